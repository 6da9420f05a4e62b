package io.github.chimefake.internal.access.context;

import static io.github.chimefake.internal.access.context.ContextKey.ValueType.ARN;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.BOOLEAN;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.DATE;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRING;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRINGS;
import static io.github.chimefake.internal.access.context.ContextKey.notForChime;
import static io.github.chimefake.internal.access.context.ContextKey.ofCall;
import static io.github.chimefake.internal.access.context.ContextKey.ofCaller;
import static io.github.chimefake.internal.access.context.ContextKey.tagsOfCall;
import static io.github.chimefake.internal.access.context.ContextKey.valueIf;
import static io.github.chimefake.internal.access.context.ContextKey.values;
import static io.github.chimefake.internal.access.context.ContextKey.whenSet;

import io.github.chimefake.internal.access.context.ContextKey.Presence;
import java.util.List;
import java.util.Optional;

/** Keys about the request itself. */
final class RequestKeys {
    private static final String CALLED_VIA = "aws:CalledVia";
    private static final String FIRST = "aws:CalledViaFirst";
    private static final String LAST = "aws:CalledViaLast";
    private static final String MCP = "aws:CalledViaAWSMCP";
    private static final String SERVICE_PRINCIPALS =
            "only calls that a service principal makes for a resource have it, and none is made to Chime";

    static final List<ContextKey> ALL = List.of(
            whenSet(
                    CALLED_VIA,
                    STRINGS,
                    "only calls that a service makes with the caller's credentials have it, and the fake gets the callers' own"),
            ofCaller(
                    FIRST,
                    STRING,
                    Presence.SOME_CALLERS,
                    facts -> values(first(facts.set().values(CALLED_VIA))),
                    "the first of `aws:CalledVia`, once that is set"),
            ofCaller(
                    LAST,
                    STRING,
                    Presence.SOME_CALLERS,
                    facts -> values(last(facts.set().values(CALLED_VIA))),
                    "the last of `aws:CalledVia`, once that is set"),
            whenSet(MCP, STRING, "only calls of an MCP server of AWS have it"),
            ofCaller(
                    "aws:ViaAWSService",
                    BOOLEAN,
                    Presence.ALWAYS,
                    facts -> List.of(Boolean.toString(facts.hasAny(CALLED_VIA, FIRST, LAST))),
                    "`false`, because the caller calls directly; `true` once a key with the service in between is set"),
            ofCaller(
                    "aws:ViaAWSMCPService",
                    BOOLEAN,
                    Presence.SOME_CALLERS,
                    facts -> valueIf(facts.hasAny(MCP), "true"),
                    "only calls of an MCP server of AWS have it: `true` once `aws:CalledViaAWSMCP` is set"),
            ofCall(
                    "aws:CurrentTime",
                    DATE,
                    Presence.ALWAYS,
                    facts -> List.of(facts.now().toString()),
                    "the fake's clock"),
            ofCall(
                    "aws:EpochTime",
                    DATE,
                    Presence.ALWAYS,
                    facts -> List.of(Long.toString(facts.now().getEpochSecond())),
                    "the fake's clock, in seconds"),
            ofCall(
                    "aws:referer",
                    STRING,
                    Presence.SOME_REQUESTS,
                    facts -> values(facts.header("Referer")),
                    "the header `Referer`, which pages in a browser send, and clients outside of browsers do not"),
            ofCaller(
                    "aws:RequestedRegion",
                    STRING,
                    Presence.ALWAYS,
                    facts -> List.of(facts.region()),
                    "the region of the fake"),
            tagsOfCall(
                    "aws:RequestTag/",
                    facts -> RequestTags.of(facts.request()),
                    "one key for each tag that the request gives to a resource"),
            ofCall(
                    "aws:TagKeys",
                    STRINGS,
                    Presence.SOME_REQUESTS,
                    facts -> RequestTags.keys(facts.request()),
                    "the keys of the tags that the request gives or removes; absent if there are none"),
            ofCaller(
                    "aws:SecureTransport",
                    BOOLEAN,
                    Presence.ALWAYS,
                    facts -> List.of("true"),
                    "`true`, because Chime is reached over TLS alone, although the fake speaks plain HTTP"),
            notForChime("aws:SourceAccount", STRING, SERVICE_PRINCIPALS),
            notForChime("aws:SourceArn", ARN, SERVICE_PRINCIPALS),
            notForChime("aws:SourceOrgID", STRING, SERVICE_PRINCIPALS),
            notForChime("aws:SourceOrgPaths", STRINGS, SERVICE_PRINCIPALS),
            ofCall(
                    "aws:UserAgent",
                    STRING,
                    Presence.ALWAYS,
                    facts -> values(facts.header("User-Agent")),
                    "the header `User-Agent`; absent if a client sends none"),
            notForChime("aws:IsMcpServiceAction", BOOLEAN, "only actions of an MCP service have it"));

    private RequestKeys() {}

    private static Optional<String> first(List<String> services) {
        return services.stream().findFirst();
    }

    private static Optional<String> last(List<String> services) {
        return services.stream().reduce((one, next) -> next);
    }
}
