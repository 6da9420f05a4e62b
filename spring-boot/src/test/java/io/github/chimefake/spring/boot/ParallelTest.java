package io.github.chimefake.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Tests that run at the same time in one context. */
class ParallelTest {
    @Test
    void testsAtTheSameTimeKeepWhatTheyAddedAndTheNextStartFromTheBaseline() {
        Run run = Run.inParallel(OneCase.class, OtherCase.class).succeeded(4);

        assertThat(run.standardError().lines().filter(line -> line.startsWith("WARNING: ")))
                .singleElement()
                .asString()
                .contains("tests that run at the same time share one Spring application context")
                .containsAnyOf("OneCase", "OtherCase")
                .contains("@ResourceLock(\"chime\")");
        Run.of(LaterCase.class).succeeded(1);
    }

    static class Meeting {
        /** Lets the tests of two classes meet, with two tests each. */
        @Bean
        CyclicBarrier meeting() {
            return new CyclicBarrier(4);
        }
    }

    /** A context for the tests of this class alone. */
    @SpringJUnitConfig(Meeting.class)
    @AutoConfigureChimeMessagingFake(users = "alice", seed = 4)
    abstract static class Meetings {
        @Autowired
        private ChimeMessagingServer chime;

        @Autowired
        private ChimeSdkMessagingClient client;

        @Autowired
        private CyclicBarrier meeting;

        void add(String id) throws InterruptedException, BrokenBarrierException, TimeoutException {
            chime.channel(id).members(chime.user("alice")).create();
            meeting.await(1, TimeUnit.MINUTES);
            assertThat(names()).contains(id);
        }

        List<String> names() {
            return Chat.list(client, chime).channels().stream()
                    .map(channel -> channel.name())
                    .toList();
        }
    }

    static class OneCase extends Meetings {
        @Test
        void one() throws Exception {
            add("one-1");
        }

        @Test
        void two() throws Exception {
            add("one-2");
        }
    }

    static class OtherCase extends Meetings {
        @Test
        void one() throws Exception {
            add("other-1");
        }

        @Test
        void two() throws Exception {
            add("other-2");
        }
    }

    static class LaterCase extends Meetings {
        @Test
        void findsNothing() {
            assertThat(names()).isEmpty();
        }
    }
}
