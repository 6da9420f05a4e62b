package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.internal.messaging.CostTest.World;
import io.github.chimefake.internal.messaging.store.Snapshot;
import java.util.function.Consumer;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUsersRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchField;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchFieldKey;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchFieldOperator;
import software.amazon.awssdk.services.chimesdkmessaging.model.SortOrder;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

/**
 * Calls on the big channel and the full app instance of a {@link World}. Lists ask for few, so that answers are alike,
 * and what is added is removed again.
 */
enum CostlyCall {
    SENDING_AND_DELETING_A_MESSAGE(world -> {
        String id = world.chime.send(world.big, world.admin, "hello");
        world.chime.call(DeleteChannelMessageRequest.builder()
                .channelArn(world.big)
                .chimeBearer(world.admin.arn())
                .messageId(id)
                .build());
    }),
    LISTING_THE_NEWEST_MESSAGES(world -> world.chime.call(newestMessages(world).build())),
    LISTING_THE_OLDEST_MESSAGES(world -> world.chime.call(
            newestMessages(world).sortOrder(SortOrder.ASCENDING).build())),
    LISTING_MESSAGES_OF_A_TIME(world -> world.chime.call(newestMessages(world)
            .notBefore(ServiceFixture.START.minusSeconds(1))
            .notAfter(ServiceFixture.START.plusSeconds(1))
            .build())),
    GETTING_A_MESSAGE(world -> world.chime.call(GetChannelMessageRequest.builder()
            .channelArn(world.big)
            .chimeBearer(world.admin.arn())
            .messageId(world.message)
            .build())),
    CREATING_AND_DELETING_A_CHANNEL(world -> {
        Snapshot before = world.chime.service.snapshot();
        CreateChannelResponse created = world.chime.call(
                CreateChannelRequest.builder()
                        .appInstanceArn(ServiceFixture.CHAT.toString())
                        .chimeBearer(world.admin.arn())
                        .name("new")
                        .clientRequestToken(world.chime.token())
                        .build(),
                CreateChannelResponse.class);
        delete(world, created.channelArn());
        world.chime.service.restore(before);
    }),
    DELETING_THE_BIG_CHANNEL(world -> {
        Snapshot before = world.chime.service.snapshot();
        delete(world, world.big);
        world.chime.service.restore(before);
    }),
    DESCRIBING_A_CHANNEL(world -> world.chime.call(DescribeChannelRequest.builder()
            .channelArn(world.big)
            .chimeBearer(world.admin.arn())
            .build())),
    UPDATING_A_CHANNEL(world -> world.chime.call(UpdateChannelRequest.builder()
            .channelArn(world.big)
            .chimeBearer(world.admin.arn())
            .name("big")
            .build())),
    ASKING_WHETHER_AN_EVENT_IS_FOR_A_USER(world -> {
        world.chime.events.clear();
        String id = world.chime.send(world.big, world.admin, "hello");
        MessagingEvent event = world.chime.events.all().get(0);
        assertThat(event.isFor(world.admin)).isTrue();
        assertThat(event.isFor(world.newcomer)).isFalse();
        assertThat(event.payloadJson()).contains(id);
    }),
    LISTING_CHANNELS(world -> world.chime.call(ListChannelsRequest.builder()
            .appInstanceArn(ServiceFixture.CHAT.toString())
            .chimeBearer(world.admin.arn())
            .privacy(ChannelPrivacy.PRIVATE)
            .maxResults(5)
            .build())),
    ADDING_AND_REMOVING_A_MEMBER(world -> {
        world.chime.call(CreateChannelMembershipRequest.builder()
                .channelArn(world.big)
                .chimeBearer(world.admin.arn())
                .memberArn(world.newcomer.arn())
                .type(ChannelMembershipType.DEFAULT)
                .build());
        world.chime.call(DeleteChannelMembershipRequest.builder()
                .channelArn(world.big)
                .chimeBearer(world.admin.arn())
                .memberArn(world.newcomer.arn())
                .build());
    }),
    LISTING_MEMBERS(world -> world.chime.call(ListChannelMembershipsRequest.builder()
            .channelArn(world.big)
            .chimeBearer(world.admin.arn())
            .maxResults(5)
            .build())),
    LISTING_MODERATORS(world -> world.chime.call(ListChannelModeratorsRequest.builder()
            .channelArn(world.big)
            .chimeBearer(world.admin.arn())
            .maxResults(5)
            .build())),
    DESCRIBING_A_MEMBER(world -> world.chime.call(DescribeChannelMembershipRequest.builder()
            .channelArn(world.big)
            .chimeBearer(world.admin.arn())
            .memberArn(world.admin.arn())
            .build())),
    LISTING_THE_CHANNELS_OF_A_USER(world -> world.chime.call(ListChannelMembershipsForAppInstanceUserRequest.builder()
            .chimeBearer(world.admin.arn())
            .maxResults(5)
            .build())),
    SEARCHING_CHANNELS(world -> world.chime.call(SearchChannelsRequest.builder()
            .chimeBearer(world.admin.arn())
            .fields(SearchField.builder()
                    .key(SearchFieldKey.MEMBERS)
                    .operator(SearchFieldOperator.INCLUDES)
                    .values(world.admin.arn())
                    .build())
            .maxResults(5)
            .build())),
    BANNING(world -> {
        Snapshot before = world.chime.service.snapshot();
        world.chime.call(CreateChannelBanRequest.builder()
                .channelArn(world.big)
                .chimeBearer(world.admin.arn())
                .memberArn(world.newcomer.arn())
                .build());
        world.chime.service.restore(before);
    }),
    CREATING_AND_DELETING_A_USER(world -> {
        world.chime.call(CreateAppInstanceUserRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .appInstanceUserId("guest")
                .name("Guest")
                .clientRequestToken(world.chime.token())
                .build());
        world.chime.call(DeleteAppInstanceUserRequest.builder()
                .appInstanceUserArn(ServiceFixture.CHAT.user("guest").toString())
                .build());
    }),
    RENAMING_AND_DESCRIBING_A_USER(world -> {
        world.chime.call(UpdateAppInstanceUserRequest.builder()
                .appInstanceUserArn(world.newcomer.arn())
                .name("newcomer")
                .metadata("")
                .build());
        world.chime.call(DescribeAppInstanceUserRequest.builder()
                .appInstanceUserArn(world.newcomer.arn())
                .build());
    }),
    LISTING_USERS(world -> world.chime.call(ListAppInstanceUsersRequest.builder()
            .appInstanceArn(ServiceFixture.CHAT.toString())
            .maxResults(5)
            .build())),
    PROMOTING_AND_DEMOTING(world -> {
        world.chime.call(CreateAppInstanceAdminRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .appInstanceAdminArn(world.newcomer.arn())
                .build());
        world.chime.call(DeleteAppInstanceAdminRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .appInstanceAdminArn(world.newcomer.arn())
                .build());
    }),
    BEING_REFUSED_AS_UNKNOWN(world -> assertThat(world.chime.error(DescribeChannelRequest.builder()
                    .channelArn(world.big)
                    .chimeBearer(world.admin.arn() + "-ghost")
                    .build()))
            .isEqualTo(ChimeError.UNAUTHORIZED_CLIENT)),
    ASKING_FOR_AN_UNKNOWN_CHANNEL(world -> assertThat(world.chime.error(DescribeChannelRequest.builder()
                    .channelArn(world.big + "-ghost")
                    .chimeBearer(world.admin.arn())
                    .build()))
            .isEqualTo(ChimeError.FORBIDDEN)),
    BEING_REFUSED_FOR_A_ROLE(world -> assertThat(world.chime.error(UpdateChannelRequest.builder()
                    .channelArn(world.big)
                    .chimeBearer(world.newcomer.arn())
                    .name("mine")
                    .build()))
            .isEqualTo(ChimeError.FORBIDDEN));

    @SuppressWarnings("ImmutableEnumChecker") // None of them captures anything.
    private final Consumer<World> call;

    CostlyCall(Consumer<World> call) {
        this.call = call;
    }

    void make(World world) {
        call.accept(world);
    }

    private static ListChannelMessagesRequest.Builder newestMessages(World world) {
        return ListChannelMessagesRequest.builder()
                .channelArn(world.big)
                .chimeBearer(world.admin.arn())
                .maxResults(5);
    }

    private static void delete(World world, String channelArn) {
        world.chime.call(DeleteChannelRequest.builder()
                .channelArn(channelArn)
                .chimeBearer(world.admin.arn())
                .build());
    }
}
