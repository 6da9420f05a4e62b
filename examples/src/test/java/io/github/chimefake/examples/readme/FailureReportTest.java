package io.github.chimefake.examples.readme;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The report of a failed test, as the README shows it, has the lines of the real one. */
@ChimeMessagingFake
class FailureReportTest {
    private static final Pattern REPORT = Pattern.compile(
            "^```\\R(FAILED: \\S+ > .+)\\R(What the fake at http://\\S+ was asked:)\\R(.*?)^```",
            Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void reportHasTheCallsOfTheJournal(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        new SendingTest().mutedUserMayNotSend(chime, client);

        List<String> shown = REPORT.matcher(
                        Documentation.text(Documentation.root().resolve("README.md")))
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
