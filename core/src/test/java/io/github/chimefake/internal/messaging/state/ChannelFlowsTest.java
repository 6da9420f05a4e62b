package io.github.chimefake.internal.messaging.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.messaging.ServiceFixture;
import io.github.chimefake.quotas.Quota;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.AssociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelAssociatedWithFlowSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlow;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelFlowsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelFlowsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsAssociatedWithChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsAssociatedWithChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelFlowRequest;

/** Channel flows as such, and which channels have them. What they do to messages is tested elsewhere. */
class ChannelFlowsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final String general = chime.create(chime.channel("general").withCreator(alice));

    @Test
    void aFlowIsCreatedDescribedAndUpdated() {
        String arn = create("one");
        assertThat(arn).startsWith(ServiceFixture.CHAT + "/channel-flow/");
        chime.clock.advance(Duration.ofSeconds(1));

        chime.call(UpdateChannelFlowRequest.builder()
                .channelFlowArn(arn)
                .name("renamed")
                .processors(processor(2))
                .build());

        ChannelFlow flow = describe(arn);
        assertThat(flow.name()).isEqualTo("renamed");
        assertThat(flow.processors()).containsExactly(processor(2));
        assertThat(flow.createdTimestamp()).isEqualTo(ServiceFixture.START);
        assertThat(flow.lastUpdatedTimestamp()).isEqualTo(ServiceFixture.START.plusSeconds(1));
    }

    @Test
    void theSameTokenCreatesOneFlow() {
        CreateChannelFlowRequest request = flow("one").clientRequestToken("t1").build();

        CreateChannelFlowResponse first = chime.call(request, CreateChannelFlowResponse.class);

        assertThat(chime.call(request, CreateChannelFlowResponse.class)).isEqualTo(first);
        assertThat(chime.error(request.toBuilder().name("two").build())).isEqualTo(ChimeError.CONFLICT);
        assertThat(list()).hasSize(1);
    }

    @Test
    void aFlowHasOneProcessorUnlessTheQuotaSaysOtherwise() {
        assertThat(chime.error(
                        flow("two").processors(processor(1), processor(2)).build()))
                .isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
        assertThat(chime.error(UpdateChannelFlowRequest.builder()
                        .channelFlowArn(create("one"))
                        .name("one")
                        .processors(processor(1), processor(2))
                        .build()))
                .isEqualTo(ChimeError.BAD_REQUEST);

        ServiceFixture generous =
                new ServiceFixture(ResourceQuotas.DOCUMENTED.with(Quota.PROCESSORS_PER_CHANNEL_FLOW, 3));
        assertThat(generous.outcome(
                        flow("two").processors(processor(2), processor(1)).build()))
                .isEmpty();
        assertThat(generous.error(
                        flow("three").processors(processor(1), processor(1)).build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
    }

    @Test
    void flowsAreListedPerAppInstance() {
        AppInstanceArn other =
                Arn.parse("arn:aws:chime:us-east-1:111122223333:app-instance/chat2", AppInstanceArn.class);
        chime.registrations.createAppInstance(other, "Other");
        List<String> created = Stream.of(create("one"), create("two")).sorted().toList();
        chime.call(flow("three").appInstanceArn(other.toString()).build());

        assertThat(list()).extracting(ChannelFlowSummary::channelFlowArn).isEqualTo(created);
    }

    @Test
    void aFlowIsAssociatedWithChannelsAndThenCannotBeDeleted() {
        String flow = create("one");

        chime.call(associate(general, flow));

        assertThat(describeChannel().channelFlowArn()).isEqualTo(flow);
        assertThat(associated(flow)).singleElement().satisfies(channel -> {
            assertThat(channel.channelArn()).isEqualTo(general);
            assertThat(channel.name()).isEqualTo("general");
            assertThat(channel.mode()).isEqualTo(ChannelMode.RESTRICTED);
            assertThat(channel.privacy()).isEqualTo(ChannelPrivacy.PUBLIC);
        });
        assertThat(chime.error(delete(flow))).isEqualTo(ChimeError.CONFLICT);

        chime.call(disassociate(general, flow));

        assertThat(describeChannel().channelFlowArn()).isNull();
        assertThat(associated(flow)).isEmpty();
        assertThat(chime.outcome(delete(flow))).isEmpty();
        assertThat(chime.error(DescribeChannelFlowRequest.builder()
                        .channelFlowArn(flow)
                        .build()))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void aChannelHasOneFlowAtMost() {
        String one = create("one");
        String two = create("two");
        chime.call(associate(general, one));

        assertThat(chime.error(associate(general, two))).isEqualTo(ChimeError.CONFLICT);
        assertThat(chime.error(associate(general, one))).isEqualTo(ChimeError.CONFLICT);
        assertThat(chime.error(disassociate(general, two))).isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void anUnknownFlowOrOneOfAnotherAppInstanceIsNotFound() {
        AppInstanceArn other =
                Arn.parse("arn:aws:chime:us-east-1:111122223333:app-instance/other", AppInstanceArn.class);
        chime.registrations.createAppInstance(other, "Other");
        String foreign = chime.call(flow("x").appInstanceArn(other.toString()).build(), CreateChannelFlowResponse.class)
                .channelFlowArn();

        assertThat(chime.error(associate(general, ServiceFixture.CHAT + "/channel-flow/unknown")))
                .isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.error(associate(general, foreign))).isEqualTo(ChimeError.NOT_FOUND);
    }

    @Test
    void aDeletedChannelLeavesItsFlow() {
        String flow = create("one");
        chime.call(associate(general, flow));

        chime.call(DeleteChannelRequest.builder()
                .channelArn(general)
                .chimeBearer(alice.arn())
                .build());

        assertThat(chime.outcome(delete(flow))).isEmpty();
    }

    @Test
    void aFlowMayHaveTags() {
        String arn = chime.call(
                        flow("tagged")
                                .tags(Tag.builder().key("a").value("b").build())
                                .build(),
                        CreateChannelFlowResponse.class)
                .channelFlowArn();

        assertThat(chime.service.tags(Arn.of(arn))).containsEntry("a", "b");
        chime.call(delete(arn));
        assertThat(chime.service.tags(Arn.of(arn))).isEmpty();
    }

    @Test
    void flowsOfAnUnknownAppInstanceAreForbidden() {
        assertThat(chime.error(
                        flow("x").appInstanceArn(ServiceFixture.CHAT + "x").build()))
                .isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(ListChannelFlowsRequest.builder()
                        .appInstanceArn(ServiceFixture.CHAT + "x")
                        .build()))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void anAppInstanceHasSoManyFlowsAsTheQuotaSays() {
        ServiceFixture small =
                new ServiceFixture(ResourceQuotas.DOCUMENTED.with(Quota.CHANNEL_FLOWS_PER_APP_INSTANCE, 1));
        small.call(flow("one").build());

        assertThat(small.error(flow("two").build())).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
    }

    private static Processor processor(int order) {
        return Processor.builder()
                .name("p" + order)
                .executionOrder(order)
                .fallbackAction(FallbackAction.ABORT)
                .configuration(configuration -> configuration.lambda(
                        lambda -> lambda.resourceArn("arn:aws:lambda:us-east-1:111122223333:function:p" + order)
                                .invocationType(InvocationType.ASYNC)))
                .build();
    }

    private CreateChannelFlowRequest.Builder flow(String name) {
        return CreateChannelFlowRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .name(name)
                .processors(processor(1))
                .clientRequestToken(chime.token());
    }

    private String create(String name) {
        return chime.call(flow(name).build(), CreateChannelFlowResponse.class).channelFlowArn();
    }

    private ChannelFlow describe(String arn) {
        return chime.call(
                        DescribeChannelFlowRequest.builder().channelFlowArn(arn).build(),
                        DescribeChannelFlowResponse.class)
                .channelFlow();
    }

    private List<ChannelFlowSummary> list() {
        return chime.call(
                        ListChannelFlowsRequest.builder()
                                .appInstanceArn(ServiceFixture.CHAT.toString())
                                .build(),
                        ListChannelFlowsResponse.class)
                .channelFlows();
    }

    private AssociateChannelFlowRequest associate(String channel, String flow) {
        return AssociateChannelFlowRequest.builder()
                .channelArn(channel)
                .channelFlowArn(flow)
                .chimeBearer(alice.arn())
                .build();
    }

    private DisassociateChannelFlowRequest disassociate(String channel, String flow) {
        return DisassociateChannelFlowRequest.builder()
                .channelArn(channel)
                .channelFlowArn(flow)
                .chimeBearer(alice.arn())
                .build();
    }

    private static DeleteChannelFlowRequest delete(String flow) {
        return DeleteChannelFlowRequest.builder().channelFlowArn(flow).build();
    }

    private List<ChannelAssociatedWithFlowSummary> associated(String flow) {
        return chime.call(
                        ListChannelsAssociatedWithChannelFlowRequest.builder()
                                .channelFlowArn(flow)
                                .build(),
                        ListChannelsAssociatedWithChannelFlowResponse.class)
                .channels();
    }

    private Channel describeChannel() {
        return chime.call(
                        DescribeChannelRequest.builder()
                                .channelArn(general)
                                .chimeBearer(alice.arn())
                                .build(),
                        DescribeChannelResponse.class)
                .channel();
    }
}
