package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE_STATUS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.REDACT_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_MESSAGE;
import static io.github.chimefake.Provenance.DOCUMENTED;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.assumed;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import io.github.chimefake.Operation;
import java.util.List;
import java.util.Set;

/** When a request names a sub-channel, and when it must not. */
public final class SubChannelConstraints {
    private static final Set<Operation> MESSAGES = Set.of(
            SEND_CHANNEL_MESSAGE,
            UPDATE_CHANNEL_MESSAGE,
            REDACT_CHANNEL_MESSAGE,
            DELETE_CHANNEL_MESSAGE,
            GET_CHANNEL_MESSAGE,
            GET_CHANNEL_MESSAGE_STATUS,
            LIST_CHANNEL_MESSAGES);

    /** The operations with a {@code SubChannelId}. */
    private static final Set<Operation> NAMING = Set.of(
            SEND_CHANNEL_MESSAGE,
            UPDATE_CHANNEL_MESSAGE,
            REDACT_CHANNEL_MESSAGE,
            DELETE_CHANNEL_MESSAGE,
            GET_CHANNEL_MESSAGE,
            GET_CHANNEL_MESSAGE_STATUS,
            LIST_CHANNEL_MESSAGES,
            CREATE_CHANNEL_MEMBERSHIP,
            BATCH_CREATE_CHANNEL_MEMBERSHIP,
            DELETE_CHANNEL_MEMBERSHIP,
            DESCRIBE_CHANNEL_MEMBERSHIP,
            LIST_CHANNEL_MEMBERSHIPS);

    public static final DocumentedConstraint OF_MESSAGES = documented(
            "Messages of an elastic channel are in a sub-channel, which the request names.",
            "`SubChannelId`",
            MESSAGES,
            BAD_REQUEST,
            Pages.guide("Sending elastic channel messages", "send-messages-elastic"));

    public static final DocumentedConstraint OWN = documented(
                    "A regular member names its own sub-channel.",
                    "`SubChannelId`",
                    Set.of(
                            SEND_CHANNEL_MESSAGE,
                            UPDATE_CHANNEL_MESSAGE,
                            REDACT_CHANNEL_MESSAGE,
                            GET_CHANNEL_MESSAGE,
                            GET_CHANNEL_MESSAGE_STATUS,
                            LIST_CHANNEL_MESSAGES),
                    FORBIDDEN,
                    Pages.guide("Using elastic channels", "elastic-channels"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint OWN_TO_WRITE = documented(
                    "A moderator writes only in a sub-channel that it has been added to.",
                    "`SubChannelId`",
                    Set.of(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE),
                    FORBIDDEN,
                    Pages.guide("Managing elastic channel members", "manage-elastic-members"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint OF_MODERATORS = documented(
            "A moderator is added to the sub-channel that the request names.",
            "`SubChannelId`",
            Set.of(CREATE_CHANNEL_MEMBERSHIP, BATCH_CREATE_CHANNEL_MEMBERSHIP),
            BAD_REQUEST,
            Pages.guide("Managing elastic channel members", "manage-elastic-members"));

    public static final DocumentedConstraint NOT_OF_MEMBERS = documented(
            "The service chooses the sub-channel of a regular member, so the request names none.",
            "`SubChannelId`",
            Set.of(CREATE_CHANNEL_MEMBERSHIP, BATCH_CREATE_CHANNEL_MEMBERSHIP, DELETE_CHANNEL_MEMBERSHIP),
            BAD_REQUEST,
            Pages.guide("Managing elastic channel members", "manage-elastic-members"));

    public static final DocumentedConstraint ELASTIC_ONLY = assumed(
            "Only a request about an elastic channel names a sub-channel.",
            "`SubChannelId`",
            NAMING,
            BAD_REQUEST,
            "The pages describe the member for elastic channels only.");

    static final List<DocumentedConstraint> ALL =
            List.of(OF_MESSAGES, OWN, OWN_TO_WRITE, OF_MODERATORS, NOT_OF_MEMBERS, ELASTIC_ONLY);

    private SubChannelConstraints() {}
}
