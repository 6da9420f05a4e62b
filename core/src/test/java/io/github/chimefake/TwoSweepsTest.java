package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sweeps and watches of fakes beside each other. */
class TwoSweepsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    @Test
    void aFakeIsSweptByOneSweepAtATime() {
        ChimeMessagingServer chime = fakes.start();
        SweepEngine one = SweepEngine.of("one", SweepSettings.defaults());
        SweepEngine.Run run = one.next().orElseThrow();
        Sweep other = SweepEngine.of("other", SweepSettings.defaults())
                .next()
                .orElseThrow()
                .start(chime);

        run.start(chime).run(() -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> other.run(() -> {}))
                    .withMessageContaining("Two sweeps use this fake at the same time");
        });

        assertThat(run.end(Optional.empty())).isEmpty();
    }

    @Test
    void aRunThatIsLeftOutIsCountedWithTheReason() {
        SweepEngine engine = SweepEngine.of("test", SweepSettings.defaults());
        engine.next().orElseThrow().leaveOut("no time");

        assertThat(engine.next()).isEmpty();
        assertThat(engine.report().notes()).contains("left out: 1 run: no time");
    }

    @Test
    void fakesAreWatched() {
        SweepEngine.FakeWatch unused = SweepEngine.watchFakes(); // Fakes from before the first watch are not known.
        ChimeMessagingServer first = fakes.start();
        ChimeMessagingServer second = fakes.start();
        ChimeUser alice = first.user("alice");
        SweepEngine.FakeWatch watch = SweepEngine.watchFakes();

        first.client()
                .listChannels(request ->
                        request.appInstanceArn(first.appInstance().arn()).chimeBearer(alice.arn()));
        second.reset();

        assertThat(watch.called()).contains(first).doesNotContain(second);
        assertThat(watch.startedOrReset()).contains(second).doesNotContain(first);
        assertThat(List.of(first, second))
                .allSatisfy(
                        fake -> assertThat(SweepEngine.watchFakes().called()).doesNotContain(fake));
    }
}
