package io.github.chimefake.internal.messaging;

import static io.github.chimefake.internal.messaging.ServiceFixture.CHAT;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.messaging.fixtures.MessageFixture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.AllowNotifications;
import software.amazon.awssdk.services.chimesdkmessaging.model.AssociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowResponse;
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
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
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
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsRequest;
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
public record RoleMatrixScene(ServiceFixture chime, String channel, ChimeUser caller, String theirs, String mine) {
    /** A member and moderator. */
    private static final String OTHER = CHAT.user("other").toString();

    /** No member. */
    private static final String STRANGER = CHAT.user("stranger").toString();

    /** No member, and banned. */
    private static final String BANNED = CHAT.user("banned").toString();

    /** The calls that the matrix names. */
    private static final Map<String, Function<RoleMatrixScene, ChimeSdkMessagingRequest.Builder>> CALLS = calls();

    public static RoleMatrixScene of(String role, ChannelPrivacy privacy, ChannelMode mode) {
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
                chime.service.sendMessage(MessageFixture.of(Arn.of(channel), Arn.of(OTHER), "theirs")),
                chime.service.sendMessage(MessageFixture.of(Arn.of(channel), Arn.of(caller.arn()), "mine")));
    }

    /** The request of a call that the matrix names, by the caller, on the channel if it is on any. */
    public ChimeSdkMessagingRequest request(String call) {
        ChimeSdkMessagingRequest.Builder request = CALLS.get(call).apply(this);
        set(request, "ChannelArn", channel);
        set(request, "ChimeBearer", caller.arn());
        return request.build();
    }

    private static void set(ChimeSdkMessagingRequest.Builder request, String member, String value) {
        ((SdkPojo) request)
                .sdkFields().stream()
                        .filter(field -> field.memberName().equals(member))
                        .forEach(field -> field.set(request, value));
    }

    private static Map<String, Function<RoleMatrixScene, ChimeSdkMessagingRequest.Builder>> calls() {
        Map<String, Function<RoleMatrixScene, ChimeSdkMessagingRequest.Builder>> calls = new LinkedHashMap<>();
        calls.put("UpdateChannel", scene -> UpdateChannelRequest.builder().name("new"));
        calls.put("DeleteChannel", scene -> DeleteChannelRequest.builder());
        calls.put("DescribeChannel", scene -> DescribeChannelRequest.builder());
        calls.put("ListChannels PUBLIC", scene -> listChannels(ChannelPrivacy.PUBLIC));
        calls.put("ListChannels PRIVATE", scene -> listChannels(ChannelPrivacy.PRIVATE));
        calls.put("ListSubChannels", scene -> ListSubChannelsRequest.builder());
        calls.put("PutChannelExpirationSettings", scene -> PutChannelExpirationSettingsRequest.builder());
        calls.put(
                "AssociateChannelFlow",
                scene -> AssociateChannelFlowRequest.builder().channelFlowArn(scene.flow()));
        calls.put(
                "DisassociateChannelFlow",
                scene -> DisassociateChannelFlowRequest.builder().channelFlowArn(scene.flow()));

        aboutAUser(
                calls,
                "CreateChannelMembership",
                STRANGER,
                () -> CreateChannelMembershipRequest.builder().type(ChannelMembershipType.DEFAULT));
        calls.put(
                "BatchCreateChannelMembership",
                scene -> BatchCreateChannelMembershipRequest.builder().memberArns(STRANGER));
        aboutAUser(calls, "DescribeChannelMembership", OTHER, DescribeChannelMembershipRequest::builder);
        calls.put("ListChannelMemberships", scene -> ListChannelMembershipsRequest.builder());
        calls.put(
                "ListChannelMemberships HIDDEN",
                scene -> ListChannelMembershipsRequest.builder().type(ChannelMembershipType.HIDDEN));
        aboutAUser(calls, "DeleteChannelMembership", OTHER, DeleteChannelMembershipRequest::builder);
        calls.put("UpdateChannelReadMarker", scene -> UpdateChannelReadMarkerRequest.builder());
        aboutAUser(calls, "GetChannelMembershipPreferences", OTHER, GetChannelMembershipPreferencesRequest::builder);
        aboutAUser(
                calls,
                "PutChannelMembershipPreferences",
                OTHER,
                () -> PutChannelMembershipPreferencesRequest.builder()
                        .preferences(preferences -> preferences.pushNotifications(
                                notifications -> notifications.allowNotifications(AllowNotifications.NONE))));

        calls.put(
                "CreateChannelModerator",
                scene -> CreateChannelModeratorRequest.builder().channelModeratorArn(STRANGER));
        calls.put(
                "DeleteChannelModerator",
                scene -> DeleteChannelModeratorRequest.builder().channelModeratorArn(OTHER));
        calls.put(
                "DescribeChannelModerator",
                scene -> DescribeChannelModeratorRequest.builder().channelModeratorArn(OTHER));
        calls.put("ListChannelModerators", scene -> ListChannelModeratorsRequest.builder());

        calls.put("CreateChannelBan", scene -> CreateChannelBanRequest.builder().memberArn(STRANGER));
        calls.put("DeleteChannelBan", scene -> DeleteChannelBanRequest.builder().memberArn(BANNED));
        calls.put(
                "DescribeChannelBan",
                scene -> DescribeChannelBanRequest.builder().memberArn(BANNED));
        calls.put("ListChannelBans", scene -> ListChannelBansRequest.builder());

        calls.put("SendChannelMessage", scene -> scene.chime.message(scene.channel, scene.caller, "hello"));
        calls.put("ListChannelMessages", scene -> ListChannelMessagesRequest.builder());
        aboutAMessage(calls, "GetChannelMessage", GetChannelMessageRequest::builder);
        aboutAMessage(
                calls,
                "UpdateChannelMessage",
                () -> UpdateChannelMessageRequest.builder().content("edited"));
        aboutAMessage(calls, "RedactChannelMessage", RedactChannelMessageRequest::builder);
        aboutAMessage(calls, "DeleteChannelMessage", DeleteChannelMessageRequest::builder);
        aboutAMessage(calls, "GetChannelMessageStatus", GetChannelMessageStatusRequest::builder);

        aboutAUser(
                calls,
                "ListChannelMembershipsForAppInstanceUser",
                OTHER,
                ListChannelMembershipsForAppInstanceUserRequest::builder);
        aboutAUser(
                calls,
                "DescribeChannelMembershipForAppInstanceUser",
                OTHER,
                DescribeChannelMembershipForAppInstanceUserRequest::builder);
        aboutAUser(
                calls,
                "ListChannelsModeratedByAppInstanceUser",
                OTHER,
                ListChannelsModeratedByAppInstanceUserRequest::builder);
        aboutAUser(
                calls,
                "DescribeChannelModeratedByAppInstanceUser",
                OTHER,
                DescribeChannelModeratedByAppInstanceUserRequest::builder);
        return calls;
    }

    private static void aboutAUser(
            Map<String, Function<RoleMatrixScene, ChimeSdkMessagingRequest.Builder>> calls,
            String name,
            String other,
            Supplier<ChimeSdkMessagingRequest.Builder> call) {
        calls.put(name + " of another", scene -> about(other, call.get()));
        calls.put(name + " of oneself", scene -> about(scene.caller.arn(), call.get()));
    }

    private static ChimeSdkMessagingRequest.Builder about(String user, ChimeSdkMessagingRequest.Builder request) {
        set(request, "MemberArn", user);
        set(request, "AppInstanceUserArn", user);
        return request;
    }

    private static void aboutAMessage(
            Map<String, Function<RoleMatrixScene, ChimeSdkMessagingRequest.Builder>> calls,
            String name,
            Supplier<ChimeSdkMessagingRequest.Builder> call) {
        calls.put(name + " of another", scene -> onMessage(scene.theirs, call.get()));
        calls.put(name + " of one's own", scene -> onMessage(scene.mine, call.get()));
    }

    private static ChimeSdkMessagingRequest.Builder onMessage(String id, ChimeSdkMessagingRequest.Builder request) {
        set(request, "MessageId", id);
        return request;
    }

    private static ListChannelsRequest.Builder listChannels(ChannelPrivacy privacy) {
        return ListChannelsRequest.builder().appInstanceArn(CHAT.toString()).privacy(privacy);
    }

    /** A flow that the channel does not have. */
    private String flow() {
        return chime.call(
                        CreateChannelFlowRequest.builder()
                                .appInstanceArn(CHAT.toString())
                                .name("flow")
                                .processors(ChannelFlowFixture.processor(
                                        ChannelFlowFixture.LAMBDA, 1, FallbackAction.ABORT))
                                .clientRequestToken(chime.token())
                                .build(),
                        CreateChannelFlowResponse.class)
                .channelFlowArn();
    }
}
