package io.github.chimefake.examples.readme;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The report of a failed test, as pages show it, has the lines of the real one. */
@ChimeMessagingFake
class FailureReportPagesTest {
    private static final Pattern REPORT = Pattern.compile(
            "^```\\R(FAILED: \\S+ > .+)\\R(What the fake at http://\\S+ was asked:)\\R(.*?)^```",
            Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/getting-started.md"})
    void reportHasTheCallsOfTheJournal(String page, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();

        SendingTest.send(client, alice, general);
        SendingTest.send(client, chime.appInstance().unregistered("ghost"), general);

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
