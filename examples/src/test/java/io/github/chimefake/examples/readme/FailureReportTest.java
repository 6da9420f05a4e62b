package io.github.chimefake.examples.readme;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The report of a failed test, as pages show it, has the lines of the real one. */
@ChimeMessagingFake
class FailureReportTest {
    private static final Pattern REPORT = Pattern.compile(
            "^```\\R(FAILED: \\S+ > .+)\\R(What the fake at http://\\S+ was asked:)\\R(.*?)^```",
            Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void readmeShowsADenial(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        new SendingTest().mutedUserMayNotSend(chime, client);

        assertShown("README.md", chime);
    }

    @Test
    void pageOfAssertionsShowsARetry(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).loseResponse();

        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));

        assertShown("docs/assertions.md", chime);
    }

    private static void assertShown(String page, ChimeMessagingServer chime) {
        List<String> shown = REPORT.matcher(
                        Documentation.text(Documentation.root().resolve(page)))
                .results()
                .map(report -> report.group(3))
                .toList();
        assertThat(shown).hasSize(1);
        assertThat(chime.journal().toString().strip())
                .matches(Pattern.compile(withGaps(shown.get(0).strip()), Pattern.DOTALL));
    }

    /** An ellipsis in the page stands for any text. */
    private static String withGaps(String shown) {
        return Stream.of(shown.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
