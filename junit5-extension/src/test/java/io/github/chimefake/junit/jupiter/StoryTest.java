package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Tests that continue where the one before ended. */
class StoryTest {
    @Test
    void eachTestContinuesWhereTheOneBeforeEnded() {
        Run run = Run.of(StoryCase.class).succeeded(4);

        assertThat(run.standardError()).contains("never applied").doesNotContain("> second()", "> first()");
    }

    @ChimeMessagingFake(users = "alice", reset = FakeReset.EACH_CLASS)
    @TestMethodOrder(OrderAnnotation.class)
    static class StoryCase {
        private static ChimeUser alice;
        private static ChimeChannel general;

        @BeforeAll
        static void open(ChimeMessagingServer chime) {
            alice = chime.user("alice");
            general = chime.channel("general").members(alice).create();
        }

        @Test
        @Order(1)
        void first(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(send(client, alice, general)).isEmpty();
            chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);
            chime.faults().on(LIST_CHANNELS).once().fail(FORBIDDEN); // Used by none of the tests.
        }

        @Test
        @Order(2)
        void second(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(chime.journal().calls()).isEmpty();
            assertThat(chime.state().channel(general).orElseThrow().messages()).hasSize(1);
            assertThat(send(client, alice, general)).contains(403);
        }

        @Nested
        class Later {
            @Test
            void continuesToo(ChimeMessagingServer chime) {
                assertThat(chime.state().channel(general).orElseThrow().messages())
                        .hasSize(2);
            }
        }

        @Test
        @Order(3)
        void third(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            chime.faults().clear();
            assertThat(send(client, alice, general)).isEmpty();
        }
    }

    @Test
    void testsThatRunAtTheSameTimeCannotContinue() {
        Run run = Run.inParallel(ParallelCase.class);

        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message)
                        .contains(
                                "ParallelCase has reset = EACH_CLASS", "at the same time", "@Execution(SAME_THREAD)"));
    }

    @ExtendWith(ParallelCase.Watching.class)
    @ChimeMessagingFake(reset = FakeReset.EACH_CLASS)
    static class ParallelCase {
        private static final CountDownLatch FAILED = new CountDownLatch(1);

        static final class Watching implements TestWatcher {
            @Override
            public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
                FAILED.countDown();
            }
        }

        @RepeatedTest(2)
        void waits(ChimeMessagingServer chime) throws InterruptedException {
            assertThat(FAILED.await(1, MINUTES)).isTrue();
        }
    }
}
