package io.github.chimefake.internal.sweep.report;

import static io.github.chimefake.sweep.SweepOracle.HALF_DONE;
import static io.github.chimefake.sweep.SweepOracle.MASKED;
import static io.github.chimefake.sweep.SweepOracle.REPLACED;
import static io.github.chimefake.sweep.SweepOracle.SWALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.sweep.SweepReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alarms by the line that is to be fixed. */
class FindingsTest {
    private static final String TEST = "com.example.ChatTest.sends";

    private static List<String> lines(SweepReport... reports) {
        return Findings.of(Arrays.asList(reports)).stream()
                .map(finding -> finding.oracle() + " at " + finding.line())
                .toList();
    }

    @Test
    void theInnermostFrameIsNamed() {
        assertThat(lines(Reports.of(TEST)
                        .alarm(SWALLOWED, "role", "Chat.send(Chat.java:10)", "Chat.ban(Chat.java:20)")
                        .report()))
                .containsExactly("swallowed at Chat.send(Chat.java:10)");
    }

    @Test
    void ofAHelperTheLineThatCallsItIsNamed() {
        SweepReport report = Reports.of(TEST)
                .alarm(SWALLOWED, "role", "Chat.send(Chat.java:10)", "Chat.ban(Chat.java:20)")
                .alarm(SWALLOWED, "role", "Chat.send(Chat.java:10)", "Chat.greet(Chat.java:30)")
                .report();

        assertThat(lines(report))
                .containsExactly("swallowed at Chat.ban(Chat.java:20)", "swallowed at Chat.greet(Chat.java:30)");
        assertThat(Findings.of(List.of(report)).get(0).through()).containsExactly("Chat.send(Chat.java:10)");
    }

    @Test
    void aHelperIsAtFaultIfAllOfItsCallersRaiseTheAlarm() {
        assertThat(lines(Reports.of(TEST)
                        .alarm(SWALLOWED, "role", "Chat.send(Chat.java:10)", "Chat.ban(Chat.java:20)")
                        .alarm(SWALLOWED, "role", "Chat.send(Chat.java:10)", "Chat.greet(Chat.java:30)")
                        .alarm(SWALLOWED, "role", "Chat.send(Chat.java:10)", "Chat.leave(Chat.java:40)")
                        .report()))
                .containsExactly("swallowed at Chat.send(Chat.java:10)");
    }

    @Test
    void aHelperIsSeenThroughALineThatOnlyItCalls() {
        String send = "Chat.send(Chat.java:10)";
        String guarded = "Chat.guarded(Chat.java:15)";
        assertThat(lines(Reports.of(TEST)
                        .alarm(SWALLOWED, "role", send, guarded, "Chat.ban(Chat.java:20)")
                        .alarm(SWALLOWED, "role", send, guarded, "Chat.greet(Chat.java:30)")
                        .good(send, guarded, "Chat.leave(Chat.java:40)")
                        .report()))
                .containsExactly("swallowed at Chat.ban(Chat.java:20)", "swallowed at Chat.greet(Chat.java:30)");
    }

    @Test
    void framesOfTheTestAreNoCallers() {
        assertThat(lines(
                        Reports.of("com.example.ChatTest.sends")
                                .alarm(SWALLOWED, "role", "Chat.send(Chat.java:10)", "ChatTest.sends(ChatTest.java:1)")
                                .report(),
                        Reports.of("com.example.RoomTest$Big.opens, [1] a.b")
                                .alarm(
                                        SWALLOWED,
                                        "throttled",
                                        "Chat.send(Chat.java:10)",
                                        "RoomTest$Big.opens(RoomTest.java:1)")
                                .report()))
                .containsExactly("swallowed at Chat.send(Chat.java:10)");
    }

    @Test
    void aHelperThatTestsCallWithoutAnAlarmIsNotAtFault() {
        SweepReport good = Reports.of(TEST)
                .good("Chat.send(Chat.java:10)", "ChatTest.sends(ChatTest.java:1)")
                .report();
        SweepReport bad = Reports.of(TEST)
                .alarm(SWALLOWED, "role", "Chat.send(Chat.java:10)", "Chat.ban(Chat.java:20)")
                .report();

        assertThat(lines(good, bad)).containsExactly("swallowed at Chat.ban(Chat.java:20)");
    }

    @Test
    void theWorstComesFirstAndTestsAreFolded() {
        SweepReport one = Reports.of("com.example.OneTest.a")
                .alarm(MASKED, "throttled", "Chat.send(Chat.java:10)")
                .report();
        SweepReport two = Reports.of("com.example.TwoTest.b")
                .alarm(MASKED, "throttled", "Chat.send(Chat.java:10)")
                .alarm(HALF_DONE, "role", "Chat.open(Chat.java:50)")
                .report();

        List<Finding> findings = Findings.of(List.of(one, two));

        assertThat(lines(one, two))
                .containsExactly("half done at Chat.open(Chat.java:50)", "masked at Chat.send(Chat.java:10)");
        assertThat(findings.get(1).tests()).containsExactly("com.example.OneTest.a", "com.example.TwoTest.b");
        assertThat(findings.get(1).failures()).containsExactly("throttled");
    }

    @Test
    void theExceptionsOfAllFoldedRunsAreNamed() {
        String threw = "the code threw ChatException without the cause ";
        String line = "Chat.send(Chat.java:10)";
        SweepReport report = Reports.of(TEST)
                .verdict("role", "threw", Map.of(REPLACED, threw + "ForbiddenException"), line)
                .verdict("throttled", "threw", Map.of(REPLACED, threw + "ThrottledClientException"), line)
                .verdict("response lost", "threw", Map.of(REPLACED, threw + "SdkClientException"), line)
                .verdict("response lost once", "threw", Map.of(REPLACED, threw + "SdkClientException"), line)
                .report();

        assertThat(Findings.of(List.of(report)))
                .singleElement()
                .extracting(Finding::reason)
                .isEqualTo(threw + "ForbiddenException, ThrottledClientException or SdkClientException");
        assertThat(FoldedReasons.of(List.of("the code left a", "the test left b")))
                .isEqualTo("the code left a");
        assertThat(FoldedReasons.of(List.of("hung", "hung again"))).isEqualTo("hung");
    }

    @Test
    void anUnknownLineIsSaid() {
        assertThat(lines(Reports.of(TEST).alarm(MASKED, "throttled").report()))
                .containsExactly("masked at an unknown line (SendChannelMessage by alice in general)");
    }
}
