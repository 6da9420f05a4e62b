package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.call.Arn;
import io.github.chimefake.internal.call.RefusedException;
import io.github.chimefake.internal.identity.AppInstanceUser;
import io.github.chimefake.internal.messaging.StoredMessage.Extras;
import io.github.chimefake.internal.service.Identifiers;
import io.github.chimefake.internal.service.ResourceIds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;

/** What a test puts into the state: no role is asked, but what cannot be is an IllegalArgumentException. */
final class Seeding {
    private Seeding() {}

    private static AppInstanceUser requireUser(State state, String arn) {
        return state.user(arn)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No registered user or bot: " + arn + ". " + Explain.users(state, arn)));
    }

    static ChannelState requireChannel(State state, String arn) {
        return state.channel(arn)
                .orElseThrow(
                        () -> new IllegalArgumentException("No channel: " + arn + ". " + Explain.channels(state, arn)));
    }

    private static ChannelState requirePlainChannel(State state, String arn) {
        ChannelState channel = requireChannel(state, arn);
        if (channel.isElastic()) {
            throw new IllegalArgumentException("The channel " + arn
                    + " is elastic. Use the SDK's client, which names the sub-channel of members and messages");
        }
        return channel;
    }

    /** A made-up id is made of the number that was made last. */
    static State createChannel(State state, Identifiers identifiers, ChannelSeed seed, Instant now) {
        String id = seed.id().orElseGet(() -> identifiers.uuid(state.sequence()));
        requireAppInstance(state, seed.appInstance());
        ResourceIds.require(id);
        String arn = Channels.arn(seed.appInstance().toString(), id);
        if (state.channel(arn).isPresent()) {
            throw new IllegalArgumentException("The channel " + arn + " exists already. Choose another name or id");
        }
        Optional<String> creator = seed.creator().map(ChimeUser::arn);
        State created = Channels.create(
                state,
                ChannelState.empty(
                        new ChannelState.Origin(arn, seed.appInstance().toString(), creator, now, Optional.empty()),
                        new ChannelState.Attributes(seed.name(), seed.mode(), seed.privacy(), seed.metadata(), now)));
        for (ChimeUser user : seed.creator().stream().toList()) {
            created = addMember(created, arn, user.arn(), ChannelMembershipType.DEFAULT, creator, now);
            created = addModerator(created, arn, user.arn(), creator, now);
        }
        created = addMembers(created, arn, seed.members(), ChannelMembershipType.DEFAULT, creator, now);
        created = addMembers(created, arn, seed.hiddenMembers(), ChannelMembershipType.HIDDEN, creator, now);
        for (ChimeUser moderator : seed.moderators()) {
            created = addModerator(created, arn, moderator.arn(), creator, now);
        }
        return created;
    }

    private static State addMembers(
            State state,
            String channelArn,
            List<ChimeUser> members,
            ChannelMembershipType type,
            Optional<String> invitedBy,
            Instant now) {
        State joined = state;
        for (ChimeUser member : members) {
            joined = addMember(joined, channelArn, member.arn(), type, invitedBy, now);
        }
        return joined;
    }

    static State addMember(
            State state,
            String channelArn,
            String userArn,
            ChannelMembershipType type,
            Optional<String> invitedBy,
            Instant now) {
        AppInstanceUser user = requireUserOf(state, requirePlainChannel(state, channelArn), userArn);
        return Channels.addMember(state, channelArn, Membership.of(user.arn(), type, invitedBy, now), Optional.empty());
    }

    static State addModerator(State state, String channelArn, String userArn, Optional<String> createdBy, Instant now) {
        AppInstanceUser user = requireUserOf(state, requireChannel(state, channelArn), userArn);
        return Channels.addModerator(state, channelArn, new Appointment(user.arn(), createdBy, now));
    }

    /** The message gets the number that was made last. */
    static State sendMessage(State state, MessageSeed seed, Instant now) {
        ChannelState channel = requirePlainChannel(state, seed.channelArn());
        AppInstanceUser sender = requireUserOf(state, channel, seed.senderArn());
        Extras extras = new Extras(seed.metadata(), Optional.empty(), Map.of(), Optional.empty());
        try {
            MessageLimits.check(ChannelMessageType.STANDARD, seed.content(), extras);
        } catch (RefusedException tooLarge) {
            throw new IllegalArgumentException(tooLarge.refusal().explanation(), tooLarge);
        }
        long millis = seed.sentAt().orElse(now).toEpochMilli();
        StoredMessage message = StoredMessage.sent(
                new MessageKey(millis, state.sequence()),
                sender.arn(),
                ChannelMessageType.STANDARD,
                seed.content(),
                extras);
        return state.with(channel.with(Optional.empty(), channel.log().plus(message)));
    }

    static AppInstanceUser requireUserOf(State state, ChannelState channel, String userArn) {
        AppInstanceUser user = requireUser(state, userArn);
        if (!user.appInstance().equals(channel.appInstance())) {
            throw new IllegalArgumentException(
                    "The user " + userArn + " belongs to another app instance than the channel " + channel.arn()
                            + ". Register a user in the app instance of the channel");
        }
        return user;
    }

    private static void requireAppInstance(State state, Arn arn) {
        if (state.directory().appInstance(arn.toString()).isEmpty()) {
            throw new IllegalArgumentException("No app instance: " + arn + ". " + Explain.appInstances(state));
        }
    }
}
