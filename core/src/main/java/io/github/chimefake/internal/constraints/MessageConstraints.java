package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.REDACT_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_MESSAGE;
import static io.github.chimefake.Provenance.OBSERVED;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.assumed;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import java.util.List;
import java.util.Set;

/** Constraints on messages. Sizes are in bytes of UTF-8. */
public final class MessageConstraints {

    public static final DocumentedConstraint CONTENT = documented(
                    "A `STANDARD` message has at most 4 KB (4,096 bytes) of content.",
                    "`Content`",
                    Set.of(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE, CHANNEL_FLOW_CALLBACK),
                    BAD_REQUEST,
                    Pages.guide("Message types", "msg-types"))
            .withError(OBSERVED);

    public static final DocumentedConstraint METADATA = documented(
                    "A `STANDARD` message has at most 1 KB (1,024 bytes) of metadata.",
                    "`Metadata`",
                    Set.of(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE, CHANNEL_FLOW_CALLBACK),
                    BAD_REQUEST,
                    Pages.guide("Understanding messaging concepts", "messaging-concepts"))
            .withError(OBSERVED);

    public static final DocumentedConstraint CONTROL_CONTENT = documented(
                    "A `CONTROL` message has at most 30 bytes of content.",
                    "`Content`",
                    Set.of(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE),
                    BAD_REQUEST,
                    Pages.guide("Message types", "msg-types"))
            .withError(OBSERVED);

    public static final DocumentedConstraint CONTROL_METADATA = documented(
                    "A `CONTROL` message has no metadata.",
                    "`Metadata`",
                    Set.of(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE),
                    BAD_REQUEST,
                    Pages.guide("Message types", "msg-types"))
            .withError(OBSERVED);

    public static final DocumentedConstraint ATTRIBUTES = documented(
            "The attributes of a message, names and values together, have at most 1 KB (1,024 bytes).",
            "`MessageAttributes`",
            Set.of(SEND_CHANNEL_MESSAGE, CHANNEL_FLOW_CALLBACK),
            BAD_REQUEST,
            Pages.guide("Using filter rules to filter messages", "filter-msgs"));

    public static final DocumentedConstraint TARGET_NAMED = assumed(
            "A target names a member.",
            "`Target[].MemberArn`",
            Set.of(SEND_CHANNEL_MESSAGE),
            BAD_REQUEST,
            "The model does not require it, and no page says what a target without it would be.");

    public static final DocumentedConstraint TARGET_IS_MEMBER = documented(
            "The target is a member of the channel.",
            "`Target[].MemberArn`",
            Set.of(SEND_CHANNEL_MESSAGE),
            FORBIDDEN,
            Pages.api(SEND_CHANNEL_MESSAGE));

    public static final DocumentedConstraint SENT = documented(
            "The message is not in a channel flow.",
            "`MessageId`",
            Set.of(UPDATE_CHANNEL_MESSAGE, REDACT_CHANNEL_MESSAGE),
            CONFLICT,
            Pages.guide("Authorization by role", "auth-by-role"));

    public static final DocumentedConstraint SENT_TO_DELETE = documented(
            "The message is not in a channel flow.",
            "`MessageId`",
            Set.of(DELETE_CHANNEL_MESSAGE),
            FORBIDDEN,
            Pages.guide("Authorization by role", "auth-by-role"));

    public static final DocumentedConstraint NOT_REDACTED = assumed(
            "The message is not redacted.",
            "`MessageId`",
            Set.of(UPDATE_CHANNEL_MESSAGE),
            CONFLICT,
            "No page says whether a redacted message can be edited.");

    static final List<DocumentedConstraint> ALL = List.of(
            CONTENT,
            METADATA,
            CONTROL_CONTENT,
            CONTROL_METADATA,
            ATTRIBUTES,
            TARGET_NAMED,
            TARGET_IS_MEMBER,
            SENT,
            SENT_TO_DELETE,
            NOT_REDACTED);

    private MessageConstraints() {}
}
