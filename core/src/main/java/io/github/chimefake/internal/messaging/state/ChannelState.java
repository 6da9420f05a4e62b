package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ElasticChannelConfiguration;

/**
 * A channel with its members and messages.
 *
 * @param origin the immutable attributes
 * @param attributes the attributes that {@code UpdateChannel} can change, and privacy
 * @param policies expiration and channel flow
 * @param moderators its moderators by ARN, who need not be members
 * @param bans its bans by the ARN of the user
 * @param members its members
 * @param log its persistent messages; empty in an elastic channel, whose messages are in its sub-channels
 * @param subChannels the sub-channels of an elastic channel by id
 * @param processing its messages that a channel flow is processing
 */
public record ChannelState(
        Origin origin,
        Attributes attributes,
        Policies policies,
        TreePMap<MemberArn, Appointment> moderators,
        TreePMap<MemberArn, Appointment> bans,
        Members members,
        MessageLog log,
        TreePMap<String, SubChannel> subChannels,
        Processing processing) {

    /**
     * The immutable attributes of a channel.
     *
     * @param arn its ARN
     * @param createdBy the ARN of its creator; empty if a test created the channel without a creator
     * @param created when it was created
     * @param elastic the number and size of its sub-channels; empty for a channel that is not elastic
     */
    public record Origin(
            ChannelArn arn,
            Optional<MemberArn> createdBy,
            Instant created,
            Optional<ElasticChannelConfiguration> elastic) {}

    /**
     * The attributes that describe a channel.
     *
     * @param name its name
     * @param mode determines who may add members
     * @param privacy determines who may read
     * @param metadata free text
     * @param updated when any of these attributes changed last
     */
    public record Attributes(
            String name, ChannelMode mode, ChannelPrivacy privacy, Optional<String> metadata, Instant updated) {}

    /**
     * The expiration and the flow of a channel.
     *
     * @param expiration the expiration of the channel
     * @param flow the ARN of the flow that processes its messages
     */
    public record Policies(Optional<Expiration> expiration, Optional<ChannelFlowArn> flow) {
        static final Policies NONE = new Policies(Optional.empty(), Optional.empty());

        Policies withExpiration(Optional<Expiration> newExpiration) {
            return new Policies(newExpiration, flow);
        }

        Policies withFlow(Optional<ChannelFlowArn> newFlow) {
            return new Policies(expiration, newFlow);
        }
    }

    /** Creates a channel without members and messages. */
    public static ChannelState empty(Origin origin, Attributes attributes) {
        return new ChannelState(
                origin,
                attributes,
                Policies.NONE,
                TreePMap.empty(),
                TreePMap.empty(),
                Members.NONE,
                MessageLog.EMPTY,
                TreePMap.empty(),
                Processing.NONE);
    }

    public ChannelArn arn() {
        return origin.arn();
    }

    public AppInstanceArn appInstance() {
        return origin.arn().appInstance();
    }

    public boolean isElastic() {
        return origin.elastic().isPresent();
    }

    public boolean isPublic() {
        return attributes.privacy() == ChannelPrivacy.PUBLIC;
    }

    public boolean isRestricted() {
        return attributes.mode() == ChannelMode.RESTRICTED;
    }

    public boolean hasMember(Arn user) {
        return members.find(user).isPresent();
    }

    public boolean hasHiddenMember(Arn user) {
        return members.hidden().containsKey(user);
    }

    /** Returns the appointment of a moderator; empty if the user is not a moderator. */
    public Optional<Appointment> moderator(Arn user) {
        return Optional.ofNullable(moderators.get(user));
    }

    /** Returns the ban of a user; empty if the user is not banned. */
    public Optional<Appointment> ban(Arn user) {
        return Optional.ofNullable(bans.get(user));
    }

    public boolean hasModerator(Arn user) {
        return moderators.containsKey(user);
    }

    public boolean hasBanned(Arn user) {
        return bans.containsKey(user);
    }

    public Optional<SubChannel> subChannel(String id) {
        return Optional.ofNullable(subChannels.get(id));
    }

    /** Returns the messages of a sub-channel, which must exist; without an id, those of the channel. */
    public MessageLog log(Optional<String> subChannelId) {
        return subChannelId.map(id -> subChannel(id).orElseThrow().log()).orElse(log);
    }

    /** Returns all messages: those of the channel, or of each sub-channel. */
    public Stream<MessageLog> logs() {
        return isElastic() ? subChannels.values().stream().map(SubChannel::log) : Stream.of(log);
    }

    /** Returns when the last persistent message that the viewer may see was sent. */
    public Optional<Instant> lastMessageVisibleTo(Optional<MemberArn> viewer) {
        return logs().flatMap(part -> part.lastVisibleTo(viewer).stream()).max(Comparator.naturalOrder());
    }

    /** Returns when the last persistent message was sent, even if not all users may see it. */
    Optional<Instant> lastMessage() {
        return logs().flatMap(part -> part.last().stream()).max(Comparator.naturalOrder());
    }

    public ChannelState with(Attributes newAttributes) {
        return new ChannelState(
                origin, newAttributes, policies, moderators, bans, members, log, subChannels, processing);
    }

    public ChannelState with(Policies newPolicies) {
        return new ChannelState(
                origin, attributes, newPolicies, moderators, bans, members, log, subChannels, processing);
    }

    ChannelState withModerators(TreePMap<MemberArn, Appointment> newModerators) {
        return new ChannelState(
                origin, attributes, policies, newModerators, bans, members, log, subChannels, processing);
    }

    ChannelState withBans(TreePMap<MemberArn, Appointment> newBans) {
        return new ChannelState(
                origin, attributes, policies, moderators, newBans, members, log, subChannels, processing);
    }

    public ChannelState with(Members newMembers) {
        return new ChannelState(
                origin, attributes, policies, moderators, bans, newMembers, log, subChannels, processing);
    }

    public ChannelState with(Processing newProcessing) {
        return new ChannelState(
                origin, attributes, policies, moderators, bans, members, log, subChannels, newProcessing);
    }

    public ChannelState with(SubChannel subChannel) {
        return with(subChannels.plus(subChannel.id(), subChannel));
    }

    ChannelState withoutSubChannel(String id) {
        return with(subChannels.minus(id));
    }

    private ChannelState with(TreePMap<String, SubChannel> newSubChannels) {
        return new ChannelState(
                origin, attributes, policies, moderators, bans, members, log, newSubChannels, processing);
    }

    /** Returns this channel with other messages in the sub-channel, or in the channel itself without an id. */
    public ChannelState with(Optional<String> subChannelId, MessageLog newLog) {
        return subChannelId
                .map(id -> with(subChannel(id).orElseThrow().with(newLog)))
                .orElseGet(() -> new ChannelState(
                        origin, attributes, policies, moderators, bans, members, newLog, subChannels, processing));
    }

    /** Returns this channel without messages and sub-channels. */
    public ChannelState withoutMessages() {
        return with(Optional.empty(), MessageLog.EMPTY).with(TreePMap.empty()).with(Processing.NONE);
    }

    /** Returns this channel with a new or changed membership, in the sub-channel if there is an id. */
    ChannelState plus(Membership membership, Optional<String> subChannelId) {
        if (subChannelId.isEmpty()) {
            return with(members.plus(membership));
        }
        SubChannel subChannel = subChannel(subChannelId.get()).orElseThrow();
        return with(members.plus(membership.withSubChannel(subChannel.id())))
                .with(subChannel.plus(membership.member(), hasModerator(membership.member())));
    }

    /**
     * Returns this channel without the member in the sub-channel; completely without the member if it is in no other
     * one.
     */
    ChannelState without(Membership membership, String subChannelId) {
        Membership rest = membership.withoutSubChannel(subChannelId);
        SubChannel subChannel = subChannel(subChannelId).orElseThrow();
        return with(rest.subChannels().isEmpty() ? members.minus(rest.member()) : members.plus(rest))
                .with(subChannel.minus(rest.member(), hasModerator(rest.member())));
    }

    /** Returns this channel without the member. */
    ChannelState without(Membership membership) {
        ChannelState rest = with(members.minus(membership.member()));
        for (String id : membership.subChannels()) {
            SubChannel subChannel = subChannel(id).orElseThrow();
            rest = rest.with(subChannel.minus(membership.member(), hasModerator(membership.member())));
        }
        return rest;
    }
}
