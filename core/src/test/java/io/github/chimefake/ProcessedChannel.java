package io.github.chimefake;

import io.github.chimefake.flows.ChannelFlowProcessor;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SortOrder;

/** A channel with a flow, of which alice is a member and moderator, and bob a member. */
final class ProcessedChannel {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    final ChimeUser alice;
    final ChimeUser bob;
    final ChimeChannel channel;
    final String lambda;

    ProcessedChannel(ChimeMessagingServer chime, String name) {
        this(chime, name, FallbackAction.ABORT);
    }

    ProcessedChannel(ChimeMessagingServer chime, String name, FallbackAction fallback) {
        this.chime = chime;
        this.client = chime.client();
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.channel = chime.channel(name).members(alice, bob).moderators(alice).create();
        this.lambda = "arn:aws:lambda:us-east-1:111122223333:function:filter-of-" + name;
        String flow = client.createChannelFlow(request -> request.appInstanceArn(
                                chime.appInstance().arn())
                        .name("flow")
                        .processors(Processor.builder()
                                .name("filter")
                                .executionOrder(1)
                                .fallbackAction(fallback)
                                .configuration(configuration -> configuration.lambda(
                                        function -> function.resourceArn(lambda).invocationType(InvocationType.ASYNC)))
                                .build()))
                .channelFlowArn();
        client.associateChannelFlow(request ->
                request.channelArn(channel.arn()).channelFlowArn(flow).chimeBearer(alice.arn()));
    }

    void processor(ChannelFlowProcessor processor) {
        chime.flows().processor(lambda, processor);
    }

    SendChannelMessageResponse send(String content) {
        return client.sendChannelMessage(Requests.send(alice, channel, content));
    }

    /** Returns for example {@code PENDING}, as the sender sees it. */
    String status(SendChannelMessageResponse sent) {
        return client.getChannelMessageStatus(request -> request.channelArn(channel.arn())
                        .messageId(sent.messageId())
                        .chimeBearer(alice.arn()))
                .status()
                .valueAsString();
    }

    /** Returns what bob, a receiver, sees, the oldest message first. */
    List<String> received() {
        return client
                .listChannelMessages(Requests.listMessages(bob, channel).toBuilder()
                        .sortOrder(SortOrder.ASCENDING)
                        .build())
                .channelMessages()
                .stream()
                .map(ChannelMessageSummary::content)
                .toList();
    }

    /** Waits for a latch, or throws an exception if it takes too long or the thread is interrupted. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The latch was not released");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
