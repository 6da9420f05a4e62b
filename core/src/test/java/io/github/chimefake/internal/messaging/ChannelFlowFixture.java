package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.quotas.Quota;
import software.amazon.awssdk.services.chimesdkmessaging.model.AssociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;

/** A channel whose messages go through a flow, and short words for calls about them. */
final class ChannelFlowFixture {
    static final String LAMBDA = "arn:aws:lambda:us-east-1:111122223333:function:filter";

    public final ServiceFixture chime =
            new ServiceFixture(ResourceQuotas.DOCUMENTED.with(Quota.PROCESSORS_PER_CHANNEL_FLOW, 3));
    public final ChimeUser alice = chime.user("alice");
    public final ChimeUser bob = chime.user("bob");
    public final ChimeUser admin = chime.admin("admin");
    public final String general = chime.channelOf(alice, bob);

    ChannelFlowFixture() {
        useFlow(processor(LAMBDA, 1, FallbackAction.ABORT));
    }

    static Processor processor(String lambda, int order, FallbackAction fallback) {
        return Processor.builder()
                .name("p" + order)
                .executionOrder(order)
                .fallbackAction(fallback)
                .configuration(configuration -> configuration.lambda(
                        function -> function.resourceArn(lambda).invocationType(InvocationType.ASYNC)))
                .build();
    }

    String flow() {
        return chime.call(
                        DescribeChannelRequest.builder()
                                .channelArn(general)
                                .chimeBearer(admin.arn())
                                .build(),
                        DescribeChannelResponse.class)
                .channel()
                .channelFlowArn();
    }

    void useFlow(Processor... processors) {
        String former = flow();
        if (former != null) {
            chime.call(DisassociateChannelFlowRequest.builder()
                    .channelArn(general)
                    .channelFlowArn(former)
                    .chimeBearer(admin.arn())
                    .build());
        }
        String flow = chime.call(
                        CreateChannelFlowRequest.builder()
                                .appInstanceArn(ServiceFixture.CHAT.toString())
                                .name("flow")
                                .processors(processors)
                                .clientRequestToken(chime.token())
                                .build(),
                        CreateChannelFlowResponse.class)
                .channelFlowArn();
        chime.call(AssociateChannelFlowRequest.builder()
                .channelArn(general)
                .channelFlowArn(flow)
                .chimeBearer(admin.arn())
                .build());
    }

    GetChannelMessageStatusRequest statusRequest(String id) {
        return GetChannelMessageStatusRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(alice.arn())
                .build();
    }

    ChannelMessageStatus status(String id) {
        return chime.call(statusRequest(id), GetChannelMessageStatusResponse.class)
                .status()
                .value();
    }

    UpdateChannelMessageRequest update(String id, String content) {
        return UpdateChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .content(content)
                .chimeBearer(alice.arn())
                .build();
    }
}
