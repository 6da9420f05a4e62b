package io.github.chimefake.internal.failures;

import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_ADMIN;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_BAN;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_BOT;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;
import static io.github.chimefake.Operation.GET_MESSAGING_STREAMING_CONFIGURATIONS;
import static io.github.chimefake.Operation.LIST_APP_INSTANCES;
import static io.github.chimefake.Operation.LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.PUT_CHANNEL_EXPIRATION_SETTINGS;
import static io.github.chimefake.Operation.PUT_MESSAGING_STREAMING_CONFIGURATIONS;
import static io.github.chimefake.Operation.SEARCH_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Operation.Bearer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sets of operations that the table names. */
final class OperationSets {
    /** Observed on CreateChannel and CreateChannelMembership for users that were never registered. */
    static final String INVALID_USER = "An invalid app instance user ARN was supplied for the input parameter.";

    static final Set<Operation> EVERY = that(operation -> true);
    static final Set<Operation> WITH_BEARER = that(operation -> operation.bearer() != Bearer.NONE);
    static final Set<Operation> WITHOUT_BEARER = that(operation -> operation.bearer() == Bearer.NONE);

    /** Where a member can fail while the call succeeds. */
    static final Set<Operation> WITH_BATCH = only(BATCH_CREATE_CHANNEL_MEMBERSHIP);

    /** The role tables of the developer guide do not have them. */
    static final Set<Operation> WITH_ASSUMED_ROLES =
            only(BATCH_CREATE_CHANNEL_MEMBERSHIP, PUT_CHANNEL_EXPIRATION_SETTINGS);

    /** Every user may create a channel, and search those that it belongs to. */
    static final Set<Operation> WITH_DOCUMENTED_ROLES = without(
            WITH_BEARER,
            CREATE_CHANNEL,
            SEARCH_CHANNELS,
            BATCH_CREATE_CHANNEL_MEMBERSHIP,
            PUT_CHANNEL_EXPIRATION_SETTINGS);

    /** Requests that name users besides the bearer, who must be registered. */
    static final Set<Operation> NAMING_USERS = only(
            CREATE_APP_INSTANCE_ADMIN,
            CREATE_CHANNEL,
            CREATE_CHANNEL_BAN,
            CREATE_CHANNEL_MEMBERSHIP,
            CREATE_CHANNEL_MODERATOR,
            DELETE_CHANNEL_MEMBERSHIP,
            DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER,
            DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER,
            LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER,
            LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER,
            SEARCH_CHANNELS,
            SEND_CHANNEL_MESSAGE);

    /** What these name cannot be missing, or is missing with NotFoundException, and no role decides about them. */
    static final Set<Operation> WITHOUT_CAUSE_OF_FORBIDDEN = only(
            CREATE_APP_INSTANCE,
            DESCRIBE_APP_INSTANCE_BOT,
            GET_MESSAGING_SESSION_ENDPOINT,
            GET_MESSAGING_STREAMING_CONFIGURATIONS,
            LIST_APP_INSTANCES,
            PUT_MESSAGING_STREAMING_CONFIGURATIONS);

    /** Requests that name something other than users, which must exist, where the service model has no NotFoundException for it. */
    static final Set<Operation> NAMING_RESOURCES =
            that(operation -> !operation.modeledErrors().contains(ChimeError.NOT_FOUND)
                    && !WITHOUT_CAUSE_OF_FORBIDDEN.contains(operation)
                    && operation != SEARCH_CHANNELS
                    && operation != LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER
                    && operation != LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER);

    private OperationSets() {}

    /** Returns the operations whose service model lists the error. */
    static Set<Operation> modeling(ChimeError error) {
        return that(operation -> operation.modeledErrors().contains(error));
    }

    static Set<Operation> only(Operation first, Operation... more) {
        return Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    static Set<Operation> without(Set<Operation> operations, Operation... others) {
        List<Operation> left = List.of(others);
        return that(operation -> operations.contains(operation) && !left.contains(operation));
    }

    private static Set<Operation> that(Predicate<Operation> condition) {
        return Collections.unmodifiableSet(Stream.of(Operation.values())
                .filter(condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Operation.class))));
    }
}
