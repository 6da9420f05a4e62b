package io.github.chimefake.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.assertj.BlockTexts.Circumstances;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockTextsTest {
    private static final AssertionError LAST = new AssertionError(System.lineSeparator() + "Expected more.");

    private static Circumstances circumstances(int judged, boolean closed, boolean reset, int underWay) {
        return new Circumstances(Duration.ofSeconds(2), judged, closed, reset, underWay);
    }

    @Test
    void aFailureSaysHowLongAndHowOften() {
        assertThat(BlockTexts.failed(circumstances(3, false, false, 0), LAST)
                        .strip()
                        .lines())
                .containsExactly(
                        "Expected these assertions to pass within 2 s, but they failed each of the 3 times that they were"
                                + " judged. The last failure:",
                        "Expected more.");
        assertThat(BlockTexts.failed(circumstances(1, false, false, 0), LAST)).contains("but they failed once.");
    }

    @Test
    void aFailureNamesWhatHappenedToTheFake() {
        assertThat(BlockTexts.failed(circumstances(2, true, true, 1), LAST))
                .contains(
                        "judged. The fake was reset meanwhile, which cleared its journal. The fake is closed, so its journal"
                                + " does not change any more. The last");
        assertThat(BlockTexts.failed(circumstances(2, false, false, 2), LAST))
                .contains(" 2 calls are still under way.");
    }

    @Test
    void callsUnderWayMakeTheOutcomeUnknown() {
        assertThat(BlockTexts.callsUnderWay(circumstances(2, false, false, 1)).strip())
                .startsWith(
                        "Expected these assertions to hold once all calls have ended, but it is unknown: they pass, and"
                                + " after 2 s 1 call is still under way. Let the calls end");
    }

    @Test
    void anInterruptedWaitSaysWhatIsKnown() {
        assertThat(BlockTexts.interrupted(Duration.ofSeconds(2), 1, Optional.of(LAST)))
                .startsWith("within(PT2S, …): the thread was interrupted")
                .endsWith("judged once, and failed; the suppressed error is the last failure");
        assertThat(BlockTexts.interrupted(Duration.ofSeconds(2), 2, Optional.empty()))
                .endsWith("judged 2 times, and passed, but calls were still under way");
    }
}
