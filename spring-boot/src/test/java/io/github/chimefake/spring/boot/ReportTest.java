package io.github.chimefake.spring.boot;

import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.chimefake.ChimeMessagingServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** What is printed. */
class ReportTest {
    @Test
    void aFailedTestPrintsItsCallsAndNoOther() {
        Run run = Run.of(FailingCase.class);

        assertThat(run.standardError().lines().filter(line -> line.startsWith("FAILED: ")))
                .containsExactly(
                        "FAILED: ReportTest > FailingCase > Within > fails(ChimeMessagingServer, ChimeSdkMessagingClient)");
        assertThat(run.standardError().lines().filter(line -> line.matches("\\d+\\. ListChannels by alice.*")))
                .hasSize(1);
    }

    @Test
    void aContextThatCannotStartPrintsWhatItAsked() {
        Run run = Run.of(FailingContextCase.class);

        assertThat(run.failure()).isNotEmpty();
        assertThat(run.standardError())
                .contains("FAILED: the start of the application context")
                .containsPattern("1\\. ListChannels by alice");
    }

    @Test
    void aContextThatNoTestUsedPrintsNothing() {
        assertThat(Run.of(AbortedCase.class).standardError()).isEmpty();
    }

    @ChatTest
    static class FailingCase {
        @Test
        void isAborted(@Autowired ChimeMessagingServer chime, @Autowired ChimeSdkMessagingClient client) {
            Chat.list(client, chime);
            abort("not here");
        }

        @Nested
        class Within {
            @Test
            void fails(@Autowired ChimeMessagingServer chime, @Autowired ChimeSdkMessagingClient client) {
                Chat.list(client, chime);
                fail("as it should");
            }
        }
    }

    static class Calling {
        @Bean
        AutoCloseable signOff(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            Chat.list(client, chime);
            return () -> Chat.list(client, chime);
        }
    }

    @SpringJUnitConfig(Calling.class)
    @AutoConfigureChimeMessagingFake(users = "alice")
    @DirtiesContext
    static class AbortedCase {
        @BeforeAll
        static void load(@Autowired ChimeMessagingServer chime) {
            assertThat(chime.journal().calls()).hasSize(1);
            abort("not here");
        }

        @Test
        void test() {}
    }

    static class Failing {
        @Bean
        Object channels(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            chime.faults().on(LIST_CHANNELS).fail(UNAUTHORIZED_CLIENT);
            try {
                return Chat.list(client, chime);
            } catch (UnauthorizedClientException e) {
                throw new IllegalStateException("The application cannot start without channels", e);
            }
        }
    }

    @SpringJUnitConfig(Failing.class)
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class FailingContextCase {
        @Test
        void test() {}
    }
}
