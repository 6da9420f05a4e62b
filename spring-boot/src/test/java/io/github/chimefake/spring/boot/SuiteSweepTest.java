package io.github.chimefake.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Tests with the fake of a Spring context are swept as part of their suite, with the extension for JUnit on the class path. */
@Tag("slow")
class SuiteSweepTest {
    @TempDir
    private Path project;

    @Test
    void testsOfSpringAreSwept() throws IOException {
        Run run = Run.with(
                Map.of("chime.fake.sweep", "report", "chime.fake.sweep.project", project.toString()),
                ListingCase.class);

        run.succeeded(3);
        assertThat(run.reported("ran")).hasSize(1);
        String suite = ListingCase.class.getName();
        assertThat(project.resolve("target/chime-sweep/suite.txt"))
                .content()
                .startsWith("Sweep of 3 tests, ")
                .contains("Sweep of " + suite + ".lists: the test ran 6 times with a failure, at 1 calls; no alarms")
                .contains("Sweep of " + suite + "$Within.lists: the test ran 6 times")
                .contains("ALARM swallowed at ")
                .doesNotContain("not swept: io");
        assertThat(Files.exists(project.resolve("target/chime-sweep/suite.html")))
                .isTrue();
    }

    /** No other test has this context: fakes are known that are started after the sweep has begun to look for them. */
    @Configuration
    static class OfSuite {}

    @SpringJUnitConfig(OfSuite.class)
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class ListingCase {
        @Autowired
        private ChimeMessagingServer chime;

        @Autowired
        private ChimeSdkMessagingClient client;

        @Test
        void lists() {
            assertThat(Chat.list(client, chime).channels()).isEmpty();
        }

        @Test
        void swallows(TestReporter reporter) {
            reporter.publishEntry("ran", "swallows");
            try {
                chime.channel("general").members(chime.user("alice")).create();
                client.sendChannelMessage(request -> request.channelArn(
                                chime.state().channels().get(0).arn())
                        .chimeBearer(chime.user("alice").arn())
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
            } catch (SdkException e) {
                // Swallowed.
            }
        }

        @Nested
        class Within {
            @Test
            void lists() {
                Chat.list(client, chime);
            }
        }
    }
}
