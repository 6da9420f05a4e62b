package io.github.chimefake.state;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipPreferences;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ElasticChannelConfiguration;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/**
 * A channel in a {@link ChimeState}, with all that is in it, also what only some users may see. Users have their display names; one that
 * was deleted has its id as its name. Immutable; compared by value. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface StoredChannel {
    /** Returns the ARN. */
    String arn();

    /** Returns the id, the last part of the ARN. */
    String id();

    /** Returns the current name. */
    String name();

    /** Returns whether members may add members. */
    ChannelMode mode();

    /** Returns whether users who are not members may find and read the channel. */
    ChannelPrivacy privacy();

    /** Returns the metadata; empty if there is none. */
    Optional<String> metadata();

    /** Returns who created it; empty if the Java API did, without a creator. */
    Optional<ChimeUser> createdBy();

    /** Returns when it was created. */
    Instant created();

    /** Returns when name, mode, privacy or metadata were changed last. */
    Instant updated();

    /** Returns the expiration; empty if it does not expire. */
    Optional<ExpirationSettings> expiration();

    /** Returns the ARN of the channel flow that it is associated with; empty if there is none. */
    Optional<String> channelFlowArn();

    /** Returns the configuration of an elastic channel; empty for other channels. */
    Optional<ElasticChannelConfiguration> elasticConfiguration();

    /** Returns the ids of the sub-channels of an elastic channel; none for other channels. */
    List<String> subChannels();

    /** Returns the tags, sorted by key. */
    Map<String, String> tags();

    /** Returns the members, hidden ones included. */
    List<StoredMembership> members();

    /** Returns the membership of this user; empty if it is not a member. */
    Optional<StoredMembership> member(ChimeUser user);

    /** Returns the moderators. */
    List<StoredAppointment> moderators();

    /** Returns the bans. */
    List<StoredAppointment> bans();

    /**
     * Returns the persistent messages, the oldest first. It includes messages that only some users may see, redacted ones, and those of all
     * sub-channels; it does not include messages that were deleted, also by the retention of the app instance.
     */
    List<StoredMessage> messages();

    /** Returns the messages that a channel flow is processing, the oldest first. */
    List<MessageInFlow> messagesInFlow();

    /** Returns name and ARN. */
    @Override
    String toString();

    /**
     * The membership of a user or bot in a channel. Immutable; compared by value.
     *
     * @since 0.1
     */
    @Experimental
    interface StoredMembership {
        /** Returns the member. */
        ChimeUser user();

        /** Returns whether other members see the member in lists. */
        ChannelMembershipType type();

        /** Returns who added the member; empty if the Java API did. */
        Optional<ChimeUser> invitedBy();

        /** Returns when it was created. */
        Instant created();

        /** Returns when the member updated its read marker last; empty if it never did. */
        Optional<Instant> readMarker();

        /** Returns the preferences for push notifications; empty if they were never set. */
        Optional<ChannelMembershipPreferences> preferences();

        /** Returns the ids of the sub-channels that the member is in; none if the channel is not elastic. */
        List<String> subChannels();
    }

    /**
     * A moderator or a ban of a channel. Immutable; compared by value.
     *
     * @since 0.1
     */
    @Experimental
    interface StoredAppointment {
        /** Returns the moderator, or the user or bot that is banned. */
        ChimeUser user();

        /** Returns who created it; empty if the Java API did. */
        Optional<ChimeUser> createdBy();

        /** Returns when it was created. */
        Instant created();
    }

    /**
     * A message that a channel flow is processing. Immutable; compared by value.
     *
     * @since 0.1
     */
    @Experimental
    interface MessageInFlow {
        /** Returns the id that {@code ChannelFlowCallback} names. */
        String callbackId();

        /** Returns the message as it will be sent. */
        StoredMessage message();

        /** Returns whether the message will be stored. */
        boolean persistent();

        /** Returns whether it is a new version of a message that was sent before. */
        boolean update();

        /** Returns the processors that have not returned, the current one first. */
        List<Processor> processors();

        /** Returns since when it is processed. */
        Instant since();
    }
}
