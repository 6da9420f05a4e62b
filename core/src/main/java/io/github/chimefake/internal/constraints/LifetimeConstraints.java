package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.NOT_FOUND;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Provenance.DOCUMENTED;
import static io.github.chimefake.Provenance.OBSERVED;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import java.util.List;
import java.util.Set;

/** How long things last. What is over is to a request as if it had never been. */
public final class LifetimeConstraints {

    public static final DocumentedConstraint CHANNEL = documented(
            "A channel is there for its `ExpirationDays`, counted from its creation or its last message. AWS deletes it within about six hours after that, the fake immediately.",
            "`ChannelArn`",
            Set.of(DESCRIBE_CHANNEL),
            FORBIDDEN,
            Pages.guide("Using ExpirationSettings", "expiration"));

    public static final DocumentedConstraint USER = documented(
                    "A user is there for its `ExpirationDays`, counted from its creation. AWS deletes it within about six hours after that, the fake immediately.",
                    "`ChimeBearer`",
                    Set.of(LIST_CHANNELS),
                    UNAUTHORIZED_CLIENT,
                    Pages.guide("Using ExpirationSettings", "expiration"))
            .withError(OBSERVED);

    public static final DocumentedConstraint MESSAGE = documented(
                    "A message is there for the `RetentionDays` of its app instance.",
                    "`MessageId`",
                    Set.of(GET_CHANNEL_MESSAGE),
                    NOT_FOUND,
                    Pages.guide("Managing message retention", "manage-retention"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint GRACE = documented(
                    "A message past the retention period comes back if the period is lengthened within 30 days after it was set.",
                    "`MessageId`",
                    Set.of(GET_CHANNEL_MESSAGE),
                    NOT_FOUND,
                    Pages.guide("Managing message retention", "manage-retention"))
            .withError(DOCUMENTED);

    static final List<DocumentedConstraint> ALL = List.of(CHANNEL, USER, MESSAGE, GRACE);

    private LifetimeConstraints() {}
}
