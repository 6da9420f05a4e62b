package io.github.chimefake.internal.access.context;

import static io.github.chimefake.internal.access.context.ContextKey.ValueType.ARN;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.IP_ADDRESS;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRING;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRINGS;
import static io.github.chimefake.internal.access.context.ContextKey.notForChime;
import static io.github.chimefake.internal.access.context.ContextKey.ofCaller;
import static io.github.chimefake.internal.access.context.ContextKey.valueIf;
import static io.github.chimefake.internal.access.context.ContextKey.whenSet;

import io.github.chimefake.internal.access.context.ContextKey.Presence;
import java.util.List;

/** Keys about the network that a request came through. */
final class NetworkKeys {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String VPC_ENDPOINT = "only requests through a VPC endpoint have it";
    private static final String OTHER_SERVICES =
            "only requests through a VPC endpoint have it, of services that the guide lists; Chime is not among them";

    /** With one of these, a request came through a VPC endpoint. */
    private static final String[] OF_VPC_ENDPOINT = {
        "aws:SourceVpc",
        "aws:SourceVpcArn",
        "aws:SourceVpce",
        "aws:VpceAccount",
        "aws:VpceOrgID",
        "aws:VpceOrgPaths",
        "aws:VpcSourceIp"
    };

    static final List<ContextKey> ALL = List.of(
            ofCaller(
                    "aws:SourceIp",
                    IP_ADDRESS,
                    Presence.SOME_CALLERS,
                    facts -> valueIf(!facts.hasAny(OF_VPC_ENDPOINT), LOOPBACK),
                    "`127.0.0.1` unless `caller.sourceIp(…)` sets another; requests through a VPC endpoint have none, so it is"
                            + " absent once a key about the endpoint is set"),
            whenSet("aws:SourceVpc", STRING, VPC_ENDPOINT),
            notForChime("aws:SourceVpcArn", ARN, OTHER_SERVICES),
            whenSet("aws:SourceVpce", STRING, VPC_ENDPOINT),
            notForChime("aws:VpceAccount", STRING, OTHER_SERVICES),
            notForChime("aws:VpceOrgID", STRING, OTHER_SERVICES),
            notForChime("aws:VpceOrgPaths", STRINGS, OTHER_SERVICES),
            whenSet("aws:VpcSourceIp", IP_ADDRESS, VPC_ENDPOINT));

    private NetworkKeys() {}
}
