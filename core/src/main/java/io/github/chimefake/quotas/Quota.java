package io.github.chimefake.quotas;

/**
 * A limit on the number of resources, with the default that AWS documents.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/chime-sdk.html">Messaging and identity
 *    quotas</a>
 * @since 0.1
 */
public enum Quota {
    /** Channels of an app instance. */
    CHANNELS_PER_APP_INSTANCE(10_000_000),
    /** Members of a channel that is not elastic, HIDDEN ones included. */
    MEMBERSHIPS_PER_CHANNEL(10_000),
    /** Channels that one user or bot belongs to. */
    MEMBERSHIPS_PER_APP_INSTANCE_USER(20_000),
    /** Moderators of a channel. */
    MODERATORS_PER_CHANNEL(1_000),
    /** Elastic channels of an app instance. */
    ELASTIC_CHANNELS_PER_APP_INSTANCE(1),
    /** Sub-channels of an elastic channel. */
    SUB_CHANNELS_PER_ELASTIC_CHANNEL(100),
    /** Members of a sub-channel, moderators not counted. */
    MEMBERSHIPS_PER_SUB_CHANNEL(1_000),
    /** Channel flows of an app instance. */
    CHANNEL_FLOWS_PER_APP_INSTANCE(100),
    /** Processors of a channel flow. */
    PROCESSORS_PER_CHANNEL_FLOW(1),
    /** App instances of an account. The fake counts all of its app instances. */
    APP_INSTANCES_PER_ACCOUNT(100),
    /** Users of an app instance, bots not counted. */
    APP_INSTANCE_USERS_PER_APP_INSTANCE(100_000),
    /** Administrators of an app instance. */
    APP_INSTANCE_ADMINS_PER_APP_INSTANCE(100),
    /** Endpoints for push notifications of a user. */
    ENDPOINTS_PER_APP_INSTANCE_USER(10);

    private final int defaultLimit;

    Quota(int defaultLimit) {
        this.defaultLimit = defaultLimit;
    }

    /** Returns the documented limit. */
    public int defaultLimit() {
        return defaultLimit;
    }
}
