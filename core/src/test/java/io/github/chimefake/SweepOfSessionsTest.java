package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class SweepOfSessionsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice", "bob"));
    private final SweptChat chat = new SweptChat(chime);

    @Test
    void aSessionThatCannotConnectEndsBeforeItCountsAsHung() throws Exception {
        SweepReport report = chat.sweep(
                SweepSettings.defaults()
                        .failures(failure -> failure.name().contains("no IAM policy allows"))
                        .timeLimit(Duration.ofSeconds(8)),
                sweep -> {
                    ChimeChannel general = chat.general();
                    sweep.run(() -> {
                        try (MessagingSession session = chime.sessions().connect(chime.user("bob"))) {
                            chat.post(chime.user("alice"), general, "hello");
                            return session.awaitEvent("CREATE_CHANNEL_MESSAGE", LONG)
                                    .channelMessage()
                                    .content();
                        }
                    });
                });

        assertThat(report.sites())
                .extracting(SweepSite::toString)
                .contains("GetMessagingSessionEndpoint by bob", "SendChannelMessage by alice in general");
        assertThat(report.verdicts()).hasSizeGreaterThan(3);
        assertThat(report.alarms()).isEmpty();
    }
}
