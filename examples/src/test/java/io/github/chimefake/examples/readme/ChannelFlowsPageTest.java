package io.github.chimefake.examples.readme;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

@ChimeMessagingFake(users = "alice")
class ChannelFlowsPageTest {
    private static final String FILTER = "arn:aws:lambda:us-east-1:111122223333:function:profanity-filter";

    @Test
    void aProcessorOfAChannel(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general =
                chime.channel("general").members(alice).moderators(alice).create();
        String flow = client.createChannelFlow(request -> request.appInstanceArn(
                                chime.appInstance().arn())
                        .name("filter")
                        .processors(Processor.builder()
                                .name("profanity")
                                .executionOrder(1)
                                .fallbackAction(FallbackAction.ABORT)
                                .configuration(configuration -> configuration.lambda(
                                        lambda -> lambda.resourceArn(FILTER).invocationType(InvocationType.ASYNC)))
                                .build()))
                .channelFlowArn();
        client.associateChannelFlow(request ->
                request.channelArn(general.arn()).channelFlowArn(flow).chimeBearer(alice.arn()));

        chime.flows().processor(FILTER, event -> FlowVerdict.change("***"));

        SendChannelMessageResponse sent = client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content("damn")
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT));
        assertThat(sent.status().valueAsString()).isEqualTo("PENDING");

        chime.awaitBackgroundWork();

        assertThat(client.listChannelMessages(
                                request -> request.channelArn(general.arn()).chimeBearer(alice.arn()))
                        .channelMessages()
                        .get(0)
                        .content())
                .isEqualTo("***");
        assertThat(chime.journal().backgroundWork())
                .singleElement()
                .satisfies(work -> assertThat(work.outcome()).isEqualTo("changed it"));
    }
}
