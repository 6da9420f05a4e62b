package io.github.chimefake.messaging;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;

/**
 * A channel with all that is in it.
 *
 * @param arn its ARN
 * @param appInstance the ARN of its app instance
 * @param attributes what {@code UpdateChannel} can change, and privacy
 * @param origin who made it, and when
 * @param updated when its attributes last changed
 * @param expiration when it is to be deleted by itself
 * @param members who belongs to it
 * @param moderators its moderators by ARN, who need not be members
 * @param log its persistent messages
 */
record ChannelState(
        String arn,
        String appInstance,
        Attributes attributes,
        Origin origin,
        Instant updated,
        Optional<ExpirationSettings> expiration,
        Members members,
        TreePMap<String, Appointment> moderators,
        MessageLog log) {

    /**
     * What describes a channel.
     *
     * @param name its name
     * @param mode who may add members
     * @param privacy who may read
     * @param metadata free text
     */
    record Attributes(String name, ChannelMode mode, ChannelPrivacy privacy, Optional<String> metadata) {}

    /**
     * Where a channel comes from.
     *
     * @param createdBy the ARN of its creator; empty if a test made the channel on nobody's behalf
     * @param created when
     */
    record Origin(Optional<String> createdBy, Instant created) {}

    /** A channel with nobody and nothing in it. */
    static ChannelState empty(
            String arn,
            String appInstance,
            Attributes attributes,
            Origin origin,
            Optional<ExpirationSettings> expiration) {
        return new ChannelState(
                arn,
                appInstance,
                attributes,
                origin,
                origin.created(),
                expiration,
                Members.NONE,
                TreePMap.empty(),
                MessageLog.EMPTY);
    }

    boolean isPublic() {
        return attributes.privacy() == ChannelPrivacy.PUBLIC;
    }

    boolean isRestricted() {
        return attributes.mode() == ChannelMode.RESTRICTED;
    }

    /** When the last persistent message that the viewer may see was sent. */
    Optional<Instant> lastMessageVisibleTo(String viewer) {
        return log.lastVisibleTo(viewer);
    }

    ChannelState with(Attributes newAttributes, Instant now) {
        return new ChannelState(arn, appInstance, newAttributes, origin, now, expiration, members, moderators, log);
    }

    ChannelState with(Members newMembers) {
        return new ChannelState(arn, appInstance, attributes, origin, updated, expiration, newMembers, moderators, log);
    }

    ChannelState withModerators(TreePMap<String, Appointment> newModerators) {
        return new ChannelState(arn, appInstance, attributes, origin, updated, expiration, members, newModerators, log);
    }

    ChannelState with(MessageLog newLog) {
        return new ChannelState(arn, appInstance, attributes, origin, updated, expiration, members, moderators, newLog);
    }

    boolean hasMember(String user) {
        return members.find(user).isPresent();
    }

    boolean hasModerator(String user) {
        return moderators.containsKey(user);
    }
}
