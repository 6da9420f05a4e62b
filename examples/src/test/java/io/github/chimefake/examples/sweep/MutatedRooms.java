package io.github.chimefake.examples.sweep;

import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;

/** Methods of {@link CorrectRooms} with one mechanical change each, which a comment names. */
final class MutatedRooms {
    private final ChimeSdkMessagingClient client;
    private final ChimeSdkIdentityClient identity;

    MutatedRooms(ChimeSdkMessagingClient client, ChimeSdkIdentityClient identity) {
        this.client = client;
        this.identity = identity;
    }

    /** Removed: the catch that deletes the channel. */
    String openWithModerator(String host, String appInstance, String moderator) {
        String channel = client.createChannel(request -> request.appInstanceArn(appInstance)
                        .name("club")
                        .clientRequestToken(UUID.randomUUID().toString())
                        .chimeBearer(host))
                .channelArn();
        client.createChannelModerator(request ->
                request.channelArn(channel).channelModeratorArn(moderator).chimeBearer(host));
        return channel;
    }

    private void add(String host, String channel, String member) {
        try {
            client.createChannelMembership(request -> request.channelArn(channel)
                    .memberArn(member)
                    .type(ChannelMembershipType.DEFAULT)
                    .chimeBearer(host));
        } catch (ConflictException e) {
            // It is a member already.
        }
    }

    private void remove(String host, String channel, String member) {
        try {
            client.deleteChannelMembership(
                    request -> request.channelArn(channel).memberArn(member).chimeBearer(host));
        } catch (ConflictException | NotFoundException e) {
            // It is no member.
        }
    }

    /** Removed: the catch of the conflict. */
    void addWithoutCatch(String host, String channel, String member) {
        client.createChannelMembership(request -> request.channelArn(channel)
                .memberArn(member)
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(host));
    }

    /** Removed: the check of the errors. */
    void invite(String host, String channel, List<String> members) {
        client.batchCreateChannelMembership(
                request -> request.channelArn(channel).memberArns(members).chimeBearer(host));
    }

    /** Removed: the rethrow. */
    boolean banOrReport(String host, String channel, String user, List<String> reports) {
        try {
            client.createChannelBan(
                    request -> request.channelArn(channel).memberArn(user).chimeBearer(host));
        } catch (SdkException e) {
            reports.add("could not ban");
        }
        return true;
    }

    /** Negated: what a ban that is forbidden returns. */
    boolean ban(String host, String channel, String user) {
        try {
            client.createChannelBan(
                    request -> request.channelArn(channel).memberArn(user).chimeBearer(host));
            return true;
        } catch (ForbiddenException e) {
            return true;
        }
    }

    /** Swapped: the member leaves the first channel before it is a member of the other one. */
    void move(String host, String channel, String other, String member) {
        remove(host, channel, member);
        add(host, other, member);
    }

    /** Removed: the catch of the conflict of the membership. */
    void onboard(String host, String appInstance, String channel, String other, String id) {
        try {
            identity.createAppInstanceUser(request ->
                    request.appInstanceArn(appInstance).appInstanceUserId(id).name(id));
        } catch (software.amazon.awssdk.services.chimesdkidentity.model.ConflictException e) {
            // Registered already.
        }
        addWithoutCatch(host, channel, appInstance + "/user/" + id);
        add(host, other, appInstance + "/user/" + id);
    }
}
