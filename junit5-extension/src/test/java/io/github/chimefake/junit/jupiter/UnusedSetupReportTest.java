package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.UnusedSetup;
import io.github.chimefake.junit.jupiter.internal.report.UnusedSetupError;
import io.github.chimefake.junit.jupiter.internal.report.UnusedSetupReport;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The text about set-up that was not used. */
@ChimeMessagingFake(unusedSetup = UnusedSetupMode.IGNORE)
class UnusedSetupReportTest {
    private static List<UnusedSetup> unused(ChimeMessagingServer chime, int parts) {
        IntStream.range(0, parts)
                .forEach(part -> chime.faults().on(LIST_CHANNELS).fail(ChimeError.FORBIDDEN));
        return TestIsolation.of(chime).unusedSetup();
    }

    @Test
    void namesTheTestAndEachPartOnALine(ChimeMessagingServer chime) {
        UnusedSetupReport report = new UnusedSetupReport("ChatTest > sends()", "", unused(chime, 2));

        assertThat(report.toString().lines())
                .hasSize(3)
                .startsWith("Not used by ChatTest > sends(): 2 parts of its set-up")
                .last()
                .asString()
                .matches(
                        "  UnusedSetupReportTest\\.java:\\d+  fault \"ListChannels, always: fail with ForbiddenException\""
                                + " never applied: no ListChannels was received");
    }

    @Test
    void listsALimitedNumberOfParts(ChimeMessagingServer chime) {
        assertThat(new UnusedSetupReport("ChatTest", "", unused(chime, 23))
                        .toString()
                        .lines())
                .hasSize(22)
                .endsWith("  and 3 more");
    }

    @Test
    void theErrorSaysWhatToDo(ChimeMessagingServer chime) {
        assertThat(new UnusedSetupError(List.of(new UnusedSetupReport("ChatTest", "", unused(chime, 1)))))
                .hasMessageStartingWith("Not used by ChatTest: 1 part of its set-up")
                .hasMessageEndingWith("Remove it or correct it; or accept it with unusedSetup = REPORT or IGNORE");
    }
}
