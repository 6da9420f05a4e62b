package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_BAN;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.SEARCH_CHANNELS;
import static io.github.chimefake.Provenance.DOCUMENTED;
import static io.github.chimefake.Provenance.OBSERVED;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import java.util.List;
import java.util.Set;

/** Constraints on channels, their members and bans. */
public final class ChannelConstraints {

    public static final DocumentedConstraint ID_IS_FREE = documented(
                    "No other channel of the app instance has the id.",
                    "`ChannelId`",
                    Set.of(CREATE_CHANNEL),
                    CONFLICT,
                    Pages.api(CREATE_CHANNEL))
            .withError(OBSERVED);

    public static final DocumentedConstraint PRIVATE_FOR_ADMINS = documented(
                    "Only an admin lists `PRIVATE` channels.",
                    "`Privacy`",
                    Set.of(LIST_CHANNELS),
                    FORBIDDEN,
                    Pages.api(LIST_CHANNELS))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint OTHERS_FOR_ADMINS = documented(
                    "Only an admin names another user than the bearer.",
                    "`AppInstanceUserArn`",
                    Set.of(
                            LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER,
                            LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER),
                    FORBIDDEN,
                    Pages.guide("Authorization by role", "auth-by-role"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint HIDDEN_FOR_MODERATORS = documented(
                    "Only an admin or a moderator lists `HIDDEN` members.",
                    "`Type`",
                    Set.of(LIST_CHANNEL_MEMBERSHIPS),
                    FORBIDDEN,
                    Pages.api(CREATE_CHANNEL_MEMBERSHIP))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint NOT_BANNED = documented(
                    "A banned user is not added; the ban is removed first.",
                    "`MemberArn`, `MemberArns`",
                    Set.of(CREATE_CHANNEL_MEMBERSHIP, BATCH_CREATE_CHANNEL_MEMBERSHIP),
                    FORBIDDEN,
                    Pages.api(CREATE_CHANNEL_BAN))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint NO_MODERATOR_BANNED = documented(
                    "An admin or a moderator of the channel is not banned.",
                    "`MemberArn`",
                    Set.of(CREATE_CHANNEL_BAN),
                    FORBIDDEN,
                    Pages.guide("Authorization by role", "auth-by-role"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint SEARCHED_USERS = documented(
                    "The values are ARNs of users.",
                    "`Fields[].Values`",
                    Set.of(SEARCH_CHANNELS),
                    FORBIDDEN,
                    Pages.api(SEARCH_CHANNELS))
            .withError(OBSERVED);

    static final List<DocumentedConstraint> ALL = List.of(
            ID_IS_FREE,
            PRIVATE_FOR_ADMINS,
            OTHERS_FOR_ADMINS,
            HIDDEN_FOR_MODERATORS,
            NOT_BANNED,
            NO_MODERATOR_BANNED,
            SEARCHED_USERS);

    private ChannelConstraints() {}
}
