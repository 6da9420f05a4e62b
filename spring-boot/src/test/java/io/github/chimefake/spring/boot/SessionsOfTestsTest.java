package io.github.chimefake.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.session.MessagingSession;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Messaging sessions end with their test, although the fake and its clients are those of the application context. */
class SessionsOfTestsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void aSessionOfAnEarlierTestGetsNoEventOfTheNext() {
        Run.of(NextTestCase.class).succeeded(2);
    }

    @SpringJUnitConfig(UnusedSetupTest.NoBeans.class)
    @AutoConfigureChimeMessagingFake(users = "alice")
    @TestMethodOrder(MethodName.class)
    static class NextTestCase {
        private static MessagingSession ofTheTest;
        private static MessagingSession ofTheCode;

        @Test
        void a(@Autowired ChimeMessagingServer chime, @Autowired ChimeSdkMessagingClient client) {
            ChimeUser alice = chime.user("alice");
            ofTheTest = chime.sessions().connect(alice);
            ofTheCode = MessagingSession.builder()
                    .client(client)
                    .userArn(alice.arn())
                    .plain()
                    .build()
                    .start();
            assertThat(chime.sessions().open(alice)).hasSize(2);
        }

        @Test
        void b(@Autowired ChimeMessagingServer chime) {
            ChimeUser alice = chime.user("alice");
            ChimeChannel general = chime.channel("general").members(alice).create();
            assertThat(chime.sessions().open()).isEmpty();
            MessagingSession current = chime.sessions().connect(alice);

            chime.actor(alice).send(general, "for this test only");
            current.awaitEvent("CREATE_CHANNEL_MESSAGE", LONG);

            assertThat(ofTheTest.awaitClose(LONG).isReconnecting()).isFalse();
            assertThat(ofTheCode.awaitClose(LONG)).satisfies(close -> {
                assertThat(close.code()).isEqualTo(4002);
                assertThat(close.isReconnecting()).isFalse();
            });
            assertThat(ofTheTest.events()).hasSize(1);
            assertThat(ofTheCode.events()).hasSize(1);
        }

        @AfterAll
        static void close() {
            ofTheCode.close();
        }
    }
}
