package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_BOT;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.LIST_APP_INSTANCES;
import static io.github.chimefake.Operation.LIST_APP_INSTANCE_ADMINS;
import static io.github.chimefake.Operation.LIST_APP_INSTANCE_BOTS;
import static io.github.chimefake.Operation.LIST_APP_INSTANCE_USERS;
import static io.github.chimefake.Operation.LIST_APP_INSTANCE_USER_ENDPOINTS;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW;
import static io.github.chimefake.Operation.LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNEL_BANS;
import static io.github.chimefake.Operation.LIST_CHANNEL_FLOWS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.LIST_CHANNEL_MODERATORS;
import static io.github.chimefake.Operation.LIST_SUB_CHANNELS;
import static io.github.chimefake.Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT;
import static io.github.chimefake.Operation.SEARCH_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Provenance.DOCUMENTED;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.assumed;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import io.github.chimefake.Operation;
import java.util.List;
import java.util.Set;

/** Constraints on members that many operations share. */
public final class RequestConstraints {
    /** The operations with a {@code NextToken}. */
    private static final Set<Operation> PAGED = Set.of(
            LIST_APP_INSTANCE_ADMINS,
            LIST_APP_INSTANCE_BOTS,
            LIST_APP_INSTANCE_USER_ENDPOINTS,
            LIST_APP_INSTANCE_USERS,
            LIST_APP_INSTANCES,
            LIST_CHANNEL_BANS,
            LIST_CHANNEL_FLOWS,
            LIST_CHANNEL_MEMBERSHIPS,
            LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER,
            LIST_CHANNEL_MESSAGES,
            LIST_CHANNEL_MODERATORS,
            LIST_CHANNELS,
            LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW,
            LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER,
            LIST_SUB_CHANNELS,
            SEARCH_CHANNELS);

    public static final DocumentedConstraint SAME_TOKEN = documented(
            "A token stands for one request: use different tokens to create different things.",
            "`ClientRequestToken`, `CallbackId`",
            Set.of(
                    CREATE_CHANNEL,
                    SEND_CHANNEL_MESSAGE,
                    CREATE_CHANNEL_FLOW,
                    CHANNEL_FLOW_CALLBACK,
                    CREATE_APP_INSTANCE,
                    CREATE_APP_INSTANCE_BOT,
                    REGISTER_APP_INSTANCE_USER_ENDPOINT),
            CONFLICT,
            Pages.api(CREATE_APP_INSTANCE) + ", " + Pages.api(REGISTER_APP_INSTANCE_USER_ENDPOINT));

    public static final DocumentedConstraint SAME_USER = documented(
                    "An id that is taken stands for one user: another name or other metadata is a conflict.",
                    "`AppInstanceUserId`, `ClientRequestToken`",
                    Set.of(CREATE_APP_INSTANCE_USER),
                    CONFLICT,
                    Pages.api(CREATE_APP_INSTANCE_USER))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint OWN_NEXT_TOKEN = assumed(
            "A token is for the next page of the same list: the same operation, resource and filters.",
            "`NextToken`",
            PAGED,
            BAD_REQUEST,
            "The pages only call it the token of the previous requests.");

    static final List<DocumentedConstraint> ALL = List.of(SAME_TOKEN, SAME_USER, OWN_NEXT_TOKEN);

    private RequestConstraints() {}
}
