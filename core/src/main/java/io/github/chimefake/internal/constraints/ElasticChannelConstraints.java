package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.RESOURCE_LIMIT_EXCEEDED;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.GET_CHANNEL_MEMBERSHIP_PREFERENCES;
import static io.github.chimefake.Operation.LIST_SUB_CHANNELS;
import static io.github.chimefake.Operation.PUT_CHANNEL_MEMBERSHIP_PREFERENCES;
import static io.github.chimefake.Operation.UPDATE_CHANNEL;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;
import static io.github.chimefake.Provenance.DOCUMENTED;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import java.util.List;
import java.util.Set;

/** What elastic channels cannot be, and what cannot be done with them. */
public final class ElasticChannelConstraints {

    public static final DocumentedConstraint RESTRICTED = documented(
            "An elastic channel is `RESTRICTED`.",
            "`Mode`",
            Set.of(CREATE_CHANNEL, UPDATE_CHANNEL),
            BAD_REQUEST,
            Pages.guide("Creating elastic channels", "create-elastic-channel"));

    public static final DocumentedConstraint NO_FIRST_MEMBERS = documented(
            "An elastic channel is created without members; moderators are allowed.",
            "`MemberArns`",
            Set.of(CREATE_CHANNEL),
            BAD_REQUEST,
            Pages.guide("Creating elastic channels", "create-elastic-channel"));

    public static final DocumentedConstraint REGION = documented(
            "Elastic channels are in `us-east-1` only.",
            "`ElasticChannelConfiguration`",
            Set.of(CREATE_CHANNEL),
            BAD_REQUEST,
            Pages.guide("Using elastic channels", "elastic-channels"));

    public static final DocumentedConstraint CAPACITY = documented(
            "`MaximumSubChannels` times `TargetMembershipsPerSubChannel` is at most 1,000,000 members.",
            "`ElasticChannelConfiguration`",
            Set.of(CREATE_CHANNEL),
            RESOURCE_LIMIT_EXCEEDED,
            Pages.api(CREATE_CHANNEL) + ", " + Pages.guide("Using elastic channels", "elastic-channels"));

    public static final DocumentedConstraint NO_HIDDEN_MEMBERS = documented(
            "An elastic channel has no `HIDDEN` members.",
            "`Type`",
            Set.of(CREATE_CHANNEL_MEMBERSHIP, BATCH_CREATE_CHANNEL_MEMBERSHIP),
            BAD_REQUEST,
            Pages.guide("Using elastic channels", "elastic-channels"));

    public static final DocumentedConstraint NO_PREFERENCES = documented(
                    "An elastic channel has no membership preferences.",
                    "`ChannelArn`",
                    Set.of(GET_CHANNEL_MEMBERSHIP_PREFERENCES, PUT_CHANNEL_MEMBERSHIP_PREFERENCES),
                    FORBIDDEN,
                    Pages.guide("Using elastic channels", "elastic-channels"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint NO_READ_MARKERS = documented(
                    "An elastic channel has no read markers.",
                    "`ChannelArn`",
                    Set.of(UPDATE_CHANNEL_READ_MARKER),
                    FORBIDDEN,
                    Pages.guide("Using elastic channels", "elastic-channels"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint NOT_OF_MODERATORS = documented(
                    "The operation is not for elastic channels.",
                    "`ChannelArn`",
                    Set.of(DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER),
                    FORBIDDEN,
                    Pages.guide("Authorization by role", "auth-by-role"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint ELASTIC_ONLY = documented(
            "Only an elastic channel has sub-channels to list.",
            "`ChannelArn`",
            Set.of(LIST_SUB_CHANNELS),
            BAD_REQUEST,
            Pages.api(LIST_SUB_CHANNELS));

    static final List<DocumentedConstraint> ALL = List.of(
            RESTRICTED,
            NO_FIRST_MEMBERS,
            REGION,
            CAPACITY,
            NO_HIDDEN_MEMBERS,
            NO_PREFERENCES,
            NO_READ_MARKERS,
            NOT_OF_MODERATORS,
            ELASTIC_ONLY);

    private ElasticChannelConstraints() {}
}
