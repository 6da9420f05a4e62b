package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.hello;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/** The processors of channel flows and the ends of tests. */
class BackgroundWorkOfTestsTest {
    private static final String LAMBDA = "arn:aws:lambda:us-east-1:111122223333:function:filter";

    @Test
    void aProcessorThatHangsIsDroppedAtTheNextTest() {
        Run.of(HangingCase.class).succeeded(2);
    }

    @Test
    void theReportOfAFailedTestHasWhatProcessorsDid() {
        assertThat(Run.of(FailingCase.class).standardError().replaceAll("\\s+", " "))
                .contains("1. SendChannelMessage \"hello\" by alice")
                .containsPattern("later: processor filter for message \\S+ in channel/general denied it; caused by"
                        + " SendChannelMessage by user/alice");
    }

    /** Opens a channel whose messages are processed. */
    private static ChimeChannel open(ChimeMessagingServer chime) {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general =
                chime.channel("general").members(alice).moderators(alice).create();
        String flow = chime.client()
                .createChannelFlow(request -> request.appInstanceArn(
                                chime.appInstance().arn())
                        .name("flow")
                        .processors(Processor.builder()
                                .name("filter")
                                .executionOrder(1)
                                .fallbackAction(FallbackAction.ABORT)
                                .configuration(configuration -> configuration.lambda(
                                        lambda -> lambda.resourceArn(LAMBDA).invocationType(InvocationType.ASYNC)))
                                .build()))
                .channelFlowArn();
        chime.client()
                .associateChannelFlow(request ->
                        request.channelArn(general.arn()).channelFlowArn(flow).chimeBearer(alice.arn()));
        return general;
    }

    @ChimeMessagingFake
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class HangingCase {
        private static ChimeChannel general;

        @BeforeAll
        static void openChannel(ChimeMessagingServer chime) {
            general = open(chime);
        }

        @Test
        void a(ChimeMessagingServer chime, ChimeSdkMessagingClient client) throws InterruptedException {
            CountDownLatch running = new CountDownLatch(1);
            chime.flows().processor(LAMBDA, event -> {
                running.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException dropped) {
                    // The test is over.
                }
                return FlowVerdict.allow();
            });
            client.sendChannelMessage(hello(chime.user("alice"), general));
            running.await();
        }

        @Test
        void b(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            chime.flows().processor(LAMBDA, event -> FlowVerdict.allow());
            client.sendChannelMessage(hello(chime.user("alice"), general));
            chime.awaitBackgroundWork();

            assertThat(chime.journal().backgroundWork()).hasSize(1);
            assertThat(client.listChannelMessages(request -> request.channelArn(general.arn())
                                    .chimeBearer(chime.user("alice").arn()))
                            .channelMessages())
                    .hasSize(1);
        }
    }

    @ChimeMessagingFake
    static class FailingCase {
        private static ChimeChannel general;

        @BeforeAll
        static void openChannel(ChimeMessagingServer chime) {
            general = open(chime);
        }

        @Test
        void sends(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            chime.flows().processor(LAMBDA, event -> FlowVerdict.deny());
            client.sendChannelMessage(hello(chime.user("alice"), general));
            chime.awaitBackgroundWork();

            throw new IllegalStateException("on purpose");
        }
    }
}
