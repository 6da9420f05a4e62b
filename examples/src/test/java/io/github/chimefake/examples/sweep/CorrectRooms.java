package io.github.chimefake.examples.sweep;

import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;

/** Correct methods about channels, members and users. */
final class CorrectRooms {
    private final ChimeSdkMessagingClient client;
    private final ChimeSdkIdentityClient identity;

    CorrectRooms(ChimeSdkMessagingClient client, ChimeSdkIdentityClient identity) {
        this.client = client;
        this.identity = identity;
    }

    private String create(String host, String appInstance, String name, String token) {
        return client.createChannel(request -> request.appInstanceArn(appInstance)
                        .name(name)
                        .clientRequestToken(token)
                        .chimeBearer(host))
                .channelArn();
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }

    private void delete(String host, String channel) {
        client.deleteChannel(request -> request.channelArn(channel).chimeBearer(host));
    }

    /** Opens a channel with a second moderator, or leaves none behind. */
    String openWithModerator(String host, String appInstance, String moderator) {
        String channel = create(host, appInstance, "club", newToken());
        try {
            client.createChannelModerator(request ->
                    request.channelArn(channel).channelModeratorArn(moderator).chimeBearer(host));
        } catch (SdkException e) {
            try {
                delete(host, channel);
            } catch (SdkException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
        return channel;
    }

    /** Opens a channel and welcomes its members, if that works. */
    String openAndWelcome(String host, String appInstance) {
        String channel = create(host, appInstance, "club", newToken());
        try {
            client.sendChannelMessage(request -> request.channelArn(channel)
                    .content("welcome")
                    .type(ChannelMessageType.STANDARD)
                    .persistence(ChannelMessagePersistenceType.PERSISTENT)
                    .chimeBearer(host));
        } catch (SdkException e) {
            // The channel is of use without a welcome.
        }
        return channel;
    }

    /** Makes a user a member, which it may be already. */
    void add(String host, String channel, String member) {
        try {
            client.createChannelMembership(request -> request.channelArn(channel)
                    .memberArn(member)
                    .type(ChannelMembershipType.DEFAULT)
                    .chimeBearer(host));
        } catch (ConflictException e) {
            // It is a member already.
        }
    }

    /** Ends a membership, which may have ended already. */
    void remove(String host, String channel, String member) {
        try {
            client.deleteChannelMembership(
                    request -> request.channelArn(channel).memberArn(member).chimeBearer(host));
        } catch (ConflictException | NotFoundException e) {
            // It is no member.
        }
    }

    /** Makes users members, all or none of them reported as members. */
    void invite(String host, String channel, List<String> members) {
        var response = client.batchCreateChannelMembership(
                request -> request.channelArn(channel).memberArns(members).chimeBearer(host));
        if (!response.errors().isEmpty()) {
            throw new IllegalStateException("not invited: " + response.errors().size());
        }
    }

    /** Bans a user. Returns whether it is banned; not if the host may not ban it. */
    boolean ban(String host, String channel, String user) {
        try {
            client.createChannelBan(
                    request -> request.channelArn(channel).memberArn(user).chimeBearer(host));
            return true;
        } catch (ForbiddenException e) {
            return false;
        }
    }

    /** Bans a user, and reports before it throws. */
    boolean banOrReport(String host, String channel, String user, List<String> reports) {
        try {
            client.createChannelBan(
                    request -> request.channelArn(channel).memberArn(user).chimeBearer(host));
        } catch (SdkException e) {
            reports.add("could not ban");
            throw e;
        }
        return true;
    }

    /** Moves a member: it is a member of the other channel before it leaves the first. */
    void move(String host, String channel, String other, String member) {
        add(host, other, member);
        remove(host, channel, member);
    }

    /** Makes a user a member and moderator. */
    void promote(String host, String channel, String user) {
        add(host, channel, user);
        client.createChannelModerator(
                request -> request.channelArn(channel).channelModeratorArn(user).chimeBearer(host));
    }

    /** Registers a user and makes it a member. May be repeated. */
    void onboard(String host, String appInstance, String channel, String id) {
        try {
            identity.createAppInstanceUser(request ->
                    request.appInstanceArn(appInstance).appInstanceUserId(id).name(id));
        } catch (software.amazon.awssdk.services.chimesdkidentity.model.ConflictException e) {
            // Registered already.
        }
        add(host, channel, appInstance + "/user/" + id);
    }

    /** Renames a user. */
    void rename(String user, String name) {
        identity.updateAppInstanceUser(
                request -> request.appInstanceUserArn(user).name(name).metadata(""));
    }

    /** Returns how many members a channel has. */
    int members(String reader, String channel) {
        return client
                .listChannelMembershipsPaginator(
                        request -> request.channelArn(channel).maxResults(1).chimeBearer(reader))
                .stream()
                .mapToInt(page -> page.channelMemberships().size())
                .sum();
    }

    /** Deletes a channel, which may be gone already. */
    void close(String host, String channel) {
        try {
            delete(host, channel);
        } catch (NotFoundException | ForbiddenException e) {
            if (exists(host, channel)) {
                throw e;
            }
        }
    }

    private boolean exists(String host, String channel) {
        return client
                .listChannelsModeratedByAppInstanceUserPaginator(
                        request -> request.appInstanceUserArn(host).chimeBearer(host))
                .stream()
                .flatMap(page -> page.channels().stream())
                .anyMatch(summary -> summary.channelSummary().channelArn().equals(channel));
    }

    /** Removes guests left from an earlier evening, if that works, and adds the new one. */
    void replaceGuest(String host, String channel, String former, String guest) {
        try {
            remove(host, channel, former);
        } catch (SdkException e) {
            // The former guest may stay.
        }
        add(host, channel, guest);
    }
}
