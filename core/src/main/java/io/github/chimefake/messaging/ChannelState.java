package io.github.chimefake.messaging;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/**
 * A channel with all that is in it.
 *
 * @param origin what never changes
 * @param attributes what {@code UpdateChannel} can change, and privacy
 * @param policies what happens to it and its messages by itself
 * @param moderators its moderators by ARN, who need not be members
 * @param bans who may not become a member, by ARN
 * @param room its members and messages
 */
record ChannelState(
        Origin origin,
        Attributes attributes,
        Policies policies,
        TreePMap<String, Appointment> moderators,
        TreePMap<String, Appointment> bans,
        Room room) {

    /**
     * Where a channel comes from.
     *
     * @param arn its ARN
     * @param appInstance the ARN of its app instance
     * @param createdBy the ARN of its creator; empty if a test made the channel on nobody's behalf
     * @param created when
     */
    record Origin(String arn, String appInstance, Optional<String> createdBy, Instant created) {}

    /**
     * What describes a channel.
     *
     * @param name its name
     * @param mode who may add members
     * @param privacy who may read
     * @param metadata free text
     * @param updated when any of this last changed
     */
    record Attributes(
            String name, ChannelMode mode, ChannelPrivacy privacy, Optional<String> metadata, Instant updated) {}

    /**
     * What happens by itself.
     *
     * @param expiration when the channel is deleted
     * @param flow the ARN of the flow that its messages go through
     */
    record Policies(Optional<Expiration> expiration, Optional<String> flow) {
        static final Policies NONE = new Policies(Optional.empty(), Optional.empty());

        Policies withExpiration(Optional<Expiration> newExpiration) {
            return new Policies(newExpiration, flow);
        }

        Policies withFlow(Optional<String> newFlow) {
            return new Policies(expiration, newFlow);
        }
    }

    /** A channel with nobody and nothing in it. */
    static ChannelState empty(Origin origin, Attributes attributes) {
        return new ChannelState(origin, attributes, Policies.NONE, TreePMap.empty(), TreePMap.empty(), Room.EMPTY);
    }

    String arn() {
        return origin.arn();
    }

    String appInstance() {
        return origin.appInstance();
    }

    Members members() {
        return room.members();
    }

    MessageLog log() {
        return room.log();
    }

    boolean isPublic() {
        return attributes.privacy() == ChannelPrivacy.PUBLIC;
    }

    boolean isRestricted() {
        return attributes.mode() == ChannelMode.RESTRICTED;
    }

    boolean hasMember(String user) {
        return members().find(user).isPresent();
    }

    boolean hasHiddenMember(String user) {
        return members().hidden().containsKey(user);
    }

    boolean hasModerator(String user) {
        return moderators.containsKey(user);
    }

    boolean hasBanned(String user) {
        return bans.containsKey(user);
    }

    /** When the last persistent message that the viewer may see was sent. */
    Optional<Instant> lastMessageVisibleTo(String viewer) {
        return log().lastVisibleTo(viewer);
    }

    ChannelState with(Attributes newAttributes) {
        return new ChannelState(origin, newAttributes, policies, moderators, bans, room);
    }

    ChannelState with(Policies newPolicies) {
        return new ChannelState(origin, attributes, newPolicies, moderators, bans, room);
    }

    ChannelState withModerators(TreePMap<String, Appointment> newModerators) {
        return new ChannelState(origin, attributes, policies, newModerators, bans, room);
    }

    ChannelState withBans(TreePMap<String, Appointment> newBans) {
        return new ChannelState(origin, attributes, policies, moderators, newBans, room);
    }

    ChannelState with(Room newRoom) {
        return new ChannelState(origin, attributes, policies, moderators, bans, newRoom);
    }

    ChannelState with(Members newMembers) {
        return with(room.with(newMembers));
    }

    ChannelState with(MessageLog newLog) {
        return with(room.with(newLog));
    }
}
