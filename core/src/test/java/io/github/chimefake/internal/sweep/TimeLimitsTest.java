package io.github.chimefake.internal.sweep;

import static io.github.chimefake.Requests.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;

/** How long the code of a run may take, and what follows from a run that hung. */
@Tag("slow")
class TimeLimitsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void codeMayTakeLongWithoutAFailure() {
        assertThat(new TimeLimits(millis(10)).withoutFailure().time()).isEqualTo(Duration.ofSeconds(60));
        assertThat(new TimeLimits(Duration.ofSeconds(40)).withoutFailure().time())
                .isEqualTo(Duration.ofSeconds(120));
        assertThat(new TimeLimits(millis(10)).withoutFailure().forResult()).isEqualTo(millis(10));
    }

    @Test
    void slowCodeMayTakeLongWithAFailureToo() {
        TimeLimits limits = new TimeLimits(millis(100));

        assertThat(limits.withFailure().time()).isEqualTo(millis(100));
        limits.tookWithoutFailure(millis(30));
        limits.tookWithoutFailure(millis(2));
        assertThat(limits.withFailure().time()).isEqualTo(millis(150));
    }

    @Test
    void afterAHangCodeMayTakeNoMoreThanManyTimesWhatItTakesWithoutAFailure() {
        TimeLimits limits = new TimeLimits(Duration.ofSeconds(10));
        limits.tookWithoutFailure(millis(2));

        limits.hung(false);
        assertThat(limits.withFailure().time()).isEqualTo(Duration.ofSeconds(2));
        limits.tookWithoutFailure(millis(200));
        assertThat(limits.withFailure().time()).isEqualTo(Duration.ofSeconds(4));
        limits.tookWithoutFailure(Duration.ofSeconds(1));
        assertThat(limits.withFailure().time()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void patientCodeMayTakeLongWhileItRepeatsACall() {
        TimeLimits limits = new TimeLimits(Duration.ofSeconds(10));

        limits.hung(false);
        assertThat(limits.withRepeatedFailure().time()).isEqualTo(Duration.ofSeconds(60));
        limits.hung(true);
        assertThat(limits.withRepeatedFailure().time()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void codeThatHangsWithoutAFailureIsAnError() {
        ChimeMessagingServer chime = fakes.start(Fakes.builder());
        TimeLimits limits = new TimeLimits(millis(1), new TimeLimits.Least(millis(30), millis(1)));
        SweepEngine engine = new DefaultSweepEngine("test", SweepSettings.defaults(), limits);

        assertThatIllegalStateException()
                .isThrownBy(() -> engine.sweep(chime, sweep -> sweep.run(() -> new CountDownLatch(1).await())))
                .withMessageContaining("did not end within 30 ms although nothing was injected")
                .withMessageContaining("raise timeLimit(…)");
    }

    @Test
    void aRunThatHangsBeforeItsCallIsAnAlarmAndTwoEndTheSweep() throws Exception {
        ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice"));
        ChimeUser alice = chime.user("alice");
        Semaphore kept = new Semaphore(1);

        SweepReport report = SweepEngine.of("test", SweepSettings.defaults().timeLimit(millis(200)))
                .sweep(chime, sweep -> {
                    ChimeChannel general =
                            chime.channel("general").members(alice).create();
                    sweep.run(() -> {
                        kept.acquire();
                        chime.client().describeChannel(describe(alice, general));
                        kept.release(); // Not after a failure.
                    });
                });

        assertThat(report.verdicts()).hasSize(3);
        assertThat(report.verdicts().get(0).alarms().get(SweepOracle.POISONED))
                .contains("running the code again did not end within");
        assertThat(report.verdicts().subList(1, 3))
                .allSatisfy(verdict -> assertThat(verdict.alarms().get(SweepOracle.HUNG))
                        .contains("before it came to the call that was to fail"));
        assertThat(report.notes())
                .contains("the sweep ended early, because 2 runs hung before they came to the call that was to fail");
    }

    @Test
    void furtherFailuresAtACallAreLeftOutAfterTwoRunsThatHung() throws Exception {
        ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice"));
        ChimeUser alice = chime.user("alice");
        TimeLimits limits = new TimeLimits(Duration.ofMinutes(5));

        SweepReport report = new DefaultSweepEngine("test", SweepSettings.defaults(), limits).sweep(chime, sweep -> {
            ChimeChannel general = chime.channel("general").members(alice).create();
            sweep.run(() -> {
                try {
                    chime.client().describeChannel(describe(alice, general));
                } catch (SdkException failure) {
                    while (true) {
                        chime.client().describeChannel(describe(alice, general));
                    }
                }
            });
        });

        assertThat(report.verdicts())
                .hasSize(2)
                .allMatch(verdict -> verdict.alarms().containsKey(SweepOracle.HUNG));
        assertThat(report.notes()).contains("left out, because two runs at the same call hung: 5");
        assertThat(limits.withFailure().time()).isLessThan(Duration.ofMinutes(5));
    }
}
