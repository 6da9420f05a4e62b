package io.github.chimefake.messaging;

import static io.github.chimefake.messaging.ServiceFixture.CHAT;

import io.github.chimefake.call.ChimeUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.chimesdkmessaging.model.AllowNotifications;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMembershipPreferencesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelBansRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelMembershipPreferencesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

/**
 * A channel with one of everything, and somebody who calls.
 *
 * @param chime the service
 * @param channel the ARN of the channel
 * @param caller who calls
 * @param theirs the id of a message of another member
 * @param mine the id of a message of the caller
 */
record RoleMatrixScene(ServiceFixture chime, String channel, ChimeUser caller, String theirs, String mine) {
    /** A member and moderator. */
    private static final String OTHER = CHAT.child("user", "other").toString();

    /** No member. */
    private static final String STRANGER = CHAT.child("user", "stranger").toString();

    /** No member, and banned. */
    private static final String BANNED = CHAT.child("user", "banned").toString();

    /** The calls that the matrix names. */
    static final Map<String, CallOnScene> CALLS = calls();

    /** Makes the request of a call. */
    interface CallOnScene {
        ChimeSdkMessagingRequest on(RoleMatrixScene scene, String caller);
    }

    static RoleMatrixScene of(String role, ChannelPrivacy privacy, ChannelMode mode) {
        ServiceFixture chime = new ServiceFixture();
        ChimeUser other = chime.user("other");
        chime.user("stranger");
        ChimeUser caller = role.equals("admin") ? chime.admin("caller") : chime.user("caller");
        boolean member = role.equals("member") || role.equals("moderating member");
        String channel = chime.create(chime.channel("c")
                .withPrivacy(privacy)
                .withMode(mode)
                .withMembers(member ? List.of(other, caller) : List.of(other))
                .withHiddenMembers(role.equals("hidden member") ? List.of(caller) : List.of())
                .withModerators(role.startsWith("moderat") ? List.of(other, caller) : List.of(other)));
        chime.call(CreateChannelBanRequest.builder()
                .channelArn(channel)
                .memberArn(chime.user("banned").arn())
                .chimeBearer(OTHER)
                .build());
        return new RoleMatrixScene(
                chime,
                channel,
                caller,
                chime.service.sendMessage(MessageSeed.of(channel, OTHER, "theirs")),
                chime.service.sendMessage(MessageSeed.of(channel, caller.arn(), "mine")));
    }

    private static Map<String, CallOnScene> calls() {
        Map<String, CallOnScene> calls = new LinkedHashMap<>();
        channels(calls);
        memberships(calls);
        moderators(calls);
        bans(calls);
        messages(calls);
        channelsOfAUser(calls);
        return calls;
    }

    private static void channels(Map<String, CallOnScene> calls) {
        calls.put(
                "UpdateChannel",
                (scene, caller) -> UpdateChannelRequest.builder()
                        .channelArn(scene.channel)
                        .name("new")
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "DeleteChannel",
                (scene, caller) -> DeleteChannelRequest.builder()
                        .channelArn(scene.channel)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "DescribeChannel",
                (scene, caller) -> DescribeChannelRequest.builder()
                        .channelArn(scene.channel)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "PutChannelExpirationSettings",
                (scene, caller) -> PutChannelExpirationSettingsRequest.builder()
                        .channelArn(scene.channel)
                        .chimeBearer(caller)
                        .build());
        for (ChannelPrivacy privacy : ChannelPrivacy.knownValues()) {
            calls.put(
                    "ListChannels " + privacy,
                    (scene, caller) -> ListChannelsRequest.builder()
                            .appInstanceArn(CHAT.toString())
                            .privacy(privacy)
                            .chimeBearer(caller)
                            .build());
        }
    }

    private static void memberships(Map<String, CallOnScene> calls) {
        CreateChannelMembershipRequest.Builder join =
                CreateChannelMembershipRequest.builder().type(ChannelMembershipType.DEFAULT);
        calls.put(
                "CreateChannelMembership of another",
                (scene, caller) -> join.channelArn(scene.channel)
                        .memberArn(STRANGER)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "CreateChannelMembership of oneself",
                (scene, caller) -> join.channelArn(scene.channel)
                        .memberArn(caller)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "BatchCreateChannelMembership",
                (scene, caller) -> BatchCreateChannelMembershipRequest.builder()
                        .channelArn(scene.channel)
                        .memberArns(STRANGER)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "DescribeChannelMembership",
                (scene, caller) -> DescribeChannelMembershipRequest.builder()
                        .channelArn(scene.channel)
                        .memberArn(OTHER)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "ListChannelMemberships",
                (scene, caller) -> ListChannelMembershipsRequest.builder()
                        .channelArn(scene.channel)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "ListChannelMemberships HIDDEN",
                (scene, caller) -> ListChannelMembershipsRequest.builder()
                        .channelArn(scene.channel)
                        .type(ChannelMembershipType.HIDDEN)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "UpdateChannelReadMarker",
                (scene, caller) -> UpdateChannelReadMarkerRequest.builder()
                        .channelArn(scene.channel)
                        .chimeBearer(caller)
                        .build());
        aboutAUser(
                "GetChannelMembershipPreferences",
                calls,
                (scene, caller, user) -> GetChannelMembershipPreferencesRequest.builder()
                        .channelArn(scene.channel)
                        .memberArn(user)
                        .chimeBearer(caller)
                        .build());
        aboutAUser(
                "PutChannelMembershipPreferences",
                calls,
                (scene, caller, user) -> PutChannelMembershipPreferencesRequest.builder()
                        .channelArn(scene.channel)
                        .memberArn(user)
                        .preferences(preferences -> preferences.pushNotifications(
                                notifications -> notifications.allowNotifications(AllowNotifications.NONE)))
                        .chimeBearer(caller)
                        .build());
        aboutAUser(
                "DeleteChannelMembership",
                calls,
                (scene, caller, user) -> DeleteChannelMembershipRequest.builder()
                        .channelArn(scene.channel)
                        .memberArn(user)
                        .chimeBearer(caller)
                        .build());
    }

    private static void moderators(Map<String, CallOnScene> calls) {
        calls.put(
                "CreateChannelModerator",
                (scene, caller) -> CreateChannelModeratorRequest.builder()
                        .channelArn(scene.channel)
                        .channelModeratorArn(STRANGER)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "DeleteChannelModerator",
                (scene, caller) -> DeleteChannelModeratorRequest.builder()
                        .channelArn(scene.channel)
                        .channelModeratorArn(OTHER)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "DescribeChannelModerator",
                (scene, caller) -> DescribeChannelModeratorRequest.builder()
                        .channelArn(scene.channel)
                        .channelModeratorArn(OTHER)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "ListChannelModerators",
                (scene, caller) -> ListChannelModeratorsRequest.builder()
                        .channelArn(scene.channel)
                        .chimeBearer(caller)
                        .build());
    }

    private static void bans(Map<String, CallOnScene> calls) {
        calls.put(
                "CreateChannelBan",
                (scene, caller) -> CreateChannelBanRequest.builder()
                        .channelArn(scene.channel)
                        .memberArn(STRANGER)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "DeleteChannelBan",
                (scene, caller) -> DeleteChannelBanRequest.builder()
                        .channelArn(scene.channel)
                        .memberArn(BANNED)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "DescribeChannelBan",
                (scene, caller) -> DescribeChannelBanRequest.builder()
                        .channelArn(scene.channel)
                        .memberArn(BANNED)
                        .chimeBearer(caller)
                        .build());
        calls.put(
                "ListChannelBans",
                (scene, caller) -> ListChannelBansRequest.builder()
                        .channelArn(scene.channel)
                        .chimeBearer(caller)
                        .build());
    }

    private static void messages(Map<String, CallOnScene> calls) {
        calls.put(
                "SendChannelMessage",
                (scene, caller) -> scene.chime
                        .message(scene.channel, ChimeUser.of(caller), "hello")
                        .build());
        calls.put(
                "ListChannelMessages",
                (scene, caller) -> ListChannelMessagesRequest.builder()
                        .channelArn(scene.channel)
                        .chimeBearer(caller)
                        .build());
        aboutAMessage(
                "GetChannelMessage",
                calls,
                (scene, caller, message) -> GetChannelMessageRequest.builder()
                        .channelArn(scene.channel)
                        .messageId(message)
                        .chimeBearer(caller)
                        .build());
        aboutAMessage(
                "UpdateChannelMessage",
                calls,
                (scene, caller, message) -> UpdateChannelMessageRequest.builder()
                        .channelArn(scene.channel)
                        .messageId(message)
                        .content("edited")
                        .chimeBearer(caller)
                        .build());
        aboutAMessage(
                "RedactChannelMessage",
                calls,
                (scene, caller, message) -> RedactChannelMessageRequest.builder()
                        .channelArn(scene.channel)
                        .messageId(message)
                        .chimeBearer(caller)
                        .build());
        aboutAMessage(
                "DeleteChannelMessage",
                calls,
                (scene, caller, message) -> DeleteChannelMessageRequest.builder()
                        .channelArn(scene.channel)
                        .messageId(message)
                        .chimeBearer(caller)
                        .build());
        aboutAMessage(
                "GetChannelMessageStatus",
                calls,
                (scene, caller, message) -> GetChannelMessageStatusRequest.builder()
                        .channelArn(scene.channel)
                        .messageId(message)
                        .chimeBearer(caller)
                        .build());
    }

    private static void channelsOfAUser(Map<String, CallOnScene> calls) {
        aboutAUser(
                "ListChannelMembershipsForAppInstanceUser",
                calls,
                (scene, caller, user) -> ListChannelMembershipsForAppInstanceUserRequest.builder()
                        .appInstanceUserArn(user)
                        .chimeBearer(caller)
                        .build());
        aboutAUser(
                "DescribeChannelMembershipForAppInstanceUser",
                calls,
                (scene, caller, user) -> DescribeChannelMembershipForAppInstanceUserRequest.builder()
                        .channelArn(scene.channel)
                        .appInstanceUserArn(user)
                        .chimeBearer(caller)
                        .build());
        aboutAUser(
                "ListChannelsModeratedByAppInstanceUser",
                calls,
                (scene, caller, user) -> ListChannelsModeratedByAppInstanceUserRequest.builder()
                        .appInstanceUserArn(user)
                        .chimeBearer(caller)
                        .build());
        aboutAUser(
                "DescribeChannelModeratedByAppInstanceUser",
                calls,
                (scene, caller, user) -> DescribeChannelModeratedByAppInstanceUserRequest.builder()
                        .channelArn(scene.channel)
                        .appInstanceUserArn(user)
                        .chimeBearer(caller)
                        .build());
    }

    /** Makes the request of a call about a user, or about a message. */
    private interface CallAbout {
        ChimeSdkMessagingRequest on(RoleMatrixScene scene, String caller, String subject);
    }

    private static void aboutAUser(String name, Map<String, CallOnScene> calls, CallAbout call) {
        calls.put(name + " of another", (scene, caller) -> call.on(scene, caller, OTHER));
        calls.put(name + " of oneself", (scene, caller) -> call.on(scene, caller, caller));
    }

    private static void aboutAMessage(String name, Map<String, CallOnScene> calls, CallAbout call) {
        calls.put(name + " of another", (scene, caller) -> call.on(scene, caller, scene.theirs));
        calls.put(name + " of one's own", (scene, caller) -> call.on(scene, caller, scene.mine));
    }
}
