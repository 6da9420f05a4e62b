package io.github.chimefake.rates;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import java.util.Set;

/**
 * The documented quotas on calls per second, with their defaults in the two regions of the service. The operations of one
 * quota are counted together; that is an assumption where AWS's table does not say "each". The fake does not distinguish elastic
 * channels, which have 30 for {@link #MEMBERSHIP_WRITES} in us-east-1.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/chime-sdk.html">Quotas of messaging and of identity</a>
 * @since 0.1
 */
public enum RateQuota {
    // spotless:off
    //                    scope                    us-east-1  eu-central-1  operations
    /** Any call with a bearer, per bearer: 10; in eu-central-1 5. */
    BEARER_CALLS         (Scope.BEARER,              10,            5),
    /** Creating, updating and deleting channels, per app instance: 15. */
    CHANNEL_WRITES       (Scope.APP_INSTANCE,        15,           15, Operation.CREATE_CHANNEL, Operation.UPDATE_CHANNEL, Operation.DELETE_CHANNEL),
    /** {@code ListChannels}, per app instance: 10. */
    CHANNEL_LISTS        (Scope.APP_INSTANCE,        10,           10, Operation.LIST_CHANNELS),
    /** {@code DescribeChannel}, per channel: 20. */
    CHANNEL_DESCRIPTIONS (Scope.CHANNEL,             20,           20, Operation.DESCRIBE_CHANNEL),
    /** Creating and deleting memberships, bans and moderators, per channel: 15; in eu-central-1 10. */
    MEMBERSHIP_WRITES    (Scope.CHANNEL,             15,           10, Operation.CREATE_CHANNEL_MEMBERSHIP, Operation.DELETE_CHANNEL_MEMBERSHIP,
                                                                            Operation.CREATE_CHANNEL_BAN, Operation.DELETE_CHANNEL_BAN,
                                                                            Operation.CREATE_CHANNEL_MODERATOR, Operation.DELETE_CHANNEL_MODERATOR),
    /** Listing memberships, bans and moderators, per channel: 15. */
    MEMBERSHIP_LISTS     (Scope.CHANNEL,             15,           15, Operation.LIST_CHANNEL_MEMBERSHIPS, Operation.LIST_CHANNEL_BANS, Operation.LIST_CHANNEL_MODERATORS),
    /** Sending, updating, redacting and deleting messages, and the callbacks of processors, per channel: 30; in eu-central-1 10. */
    MESSAGE_WRITES       (Scope.CHANNEL,             30,           10, Operation.SEND_CHANNEL_MESSAGE, Operation.UPDATE_CHANNEL_MESSAGE,
                                                                            Operation.REDACT_CHANNEL_MESSAGE, Operation.DELETE_CHANNEL_MESSAGE,
                                                                            Operation.CHANNEL_FLOW_CALLBACK),
    /** {@code ListChannelMessages}, per channel: 30. */
    MESSAGE_LISTS        (Scope.CHANNEL,             30,           30, Operation.LIST_CHANNEL_MESSAGES),
    /** {@code GetChannelMessage}, per channel: 30. */
    MESSAGE_READS        (Scope.CHANNEL,             30,           30, Operation.GET_CHANNEL_MESSAGE),
    /** Listing the channels that a user belongs to or moderates, per user: 15. */
    USER_LISTS           (Scope.USER,                15,           15, Operation.LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER,
                                                                            Operation.LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER),
    /** {@code ListSubChannels}, per elastic channel: 15. */
    SUB_CHANNEL_LISTS    (Scope.CHANNEL,             15,           15, Operation.LIST_SUB_CHANNELS),
    /** {@code BatchCreateChannelMembership}, per channel: 1. */
    BATCH_WRITES         (Scope.CHANNEL,              1,            1, Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP),
    /** Connects of messaging sessions, per user: 1, also across sessions. */
    CONNECTS             (Scope.USER,                 1,            1),
    /** Connections of a user at the same time: 10. Unlike the other quotas, this is not a number per second. */
    CONNECTIONS          (Scope.USER,                10,           10),

    /**
     * Every call of identity, per account: 50. The calls on tags, which both services have, do not count, as the
     * service cannot be determined from such a request.
     */
    IDENTITY_CALLS                (Scope.ACCOUNT,      50, 50, ChimeService.IDENTITY.operations().toArray(Operation[]::new)),
    /** Creating, updating and deleting app instances, per account: 5. The table says per app instance, its description per account. */
    APP_INSTANCE_WRITES           (Scope.ACCOUNT,       5,  5, Operation.CREATE_APP_INSTANCE, Operation.UPDATE_APP_INSTANCE,
                                                                    Operation.DELETE_APP_INSTANCE),
    /** {@code ListAppInstances}, per account: 10. */
    APP_INSTANCE_LISTS            (Scope.ACCOUNT,      10, 10, Operation.LIST_APP_INSTANCES),
    /** {@code DescribeAppInstance}, per app instance: 20. */
    APP_INSTANCE_DESCRIPTIONS     (Scope.APP_INSTANCE, 20, 20, Operation.DESCRIBE_APP_INSTANCE),
    /** Creating, updating and deleting users, per app instance: 10. */
    APP_INSTANCE_USER_WRITES      (Scope.APP_INSTANCE, 10, 10, Operation.CREATE_APP_INSTANCE_USER, Operation.UPDATE_APP_INSTANCE_USER,
                                                                    Operation.DELETE_APP_INSTANCE_USER),
    /** {@code ListAppInstanceUsers}, per app instance: 10. The table says per user, its description per app instance. */
    APP_INSTANCE_USER_LISTS       (Scope.APP_INSTANCE, 10, 10, Operation.LIST_APP_INSTANCE_USERS),
    /** {@code DescribeAppInstanceUser}, per user: 20. */
    APP_INSTANCE_USER_DESCRIPTIONS(Scope.USER,         20, 20, Operation.DESCRIBE_APP_INSTANCE_USER);
    // spotless:on

    private final Scope scope;
    private final int inUsEast1;
    private final int inEuCentral1;
    private final Set<Operation> operations;

    RateQuota(Scope scope, int inUsEast1, int inEuCentral1, Operation... operations) {
        this.scope = scope;
        this.inUsEast1 = inUsEast1;
        this.inEuCentral1 = inEuCentral1;
        this.operations = Set.of(operations);
    }

    /** Returns the unit for which the quota counts calls. */
    public Scope scope() {
        return scope;
    }

    /** Returns the operations that count; empty if every operation with a bearer counts, and for quotas on messaging sessions. */
    public Set<Operation> operations() {
        return operations;
    }

    /**
     * Returns the documented default in calls per second; for {@link #CONNECTIONS}, the number of connections.
     *
     * @param region for example {@code eu-central-1}; in a region in which the service is not offered, the default of us-east-1 applies
     */
    public int defaultPerSecond(String region) {
        return region.equals("eu-central-1") ? inEuCentral1 : inUsEast1;
    }

    /**
     * The unit for which a quota counts calls.
     *
     * @since 0.1
     */
    public enum Scope {
        /** Each {@code x-amz-chime-bearer}. */
        BEARER,
        /** Each app instance. */
        APP_INSTANCE,
        /** Each channel. */
        CHANNEL,
        /** Each user that a request names; for requests that name no user, each bearer. */
        USER,
        /** All calls together. */
        ACCOUNT
    }
}
