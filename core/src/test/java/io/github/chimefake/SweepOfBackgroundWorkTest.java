package io.github.chimefake;

import static io.github.chimefake.Requests.send;
import static io.github.chimefake.sweep.SweepOracle.MASKED;
import static io.github.chimefake.sweep.SweepOracle.SWALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.testing.Fakes;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that begins work on another thread and does not wait for it. */
@Tag("slow")
@Isolated("its runs wait for the work of all threads of the JVM")
class SweepOfBackgroundWorkTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice"));
    private final ChimeUser alice = chime.user("alice");

    /** Posts a message, and lets another thread note that. */
    private final class Audit {
        private final Executor executor;

        Audit(Executor executor) {
            this.executor = executor;
        }

        void post(ChimeChannel channel, ChimeChannel log) {
            Thread poster = Thread.currentThread();
            chime.client().sendChannelMessage(send(alice, channel, "hello"));
            executor.execute(() -> {
                while (isPosting(poster)) {
                    Thread.onSpinWait();
                }
                chime.client().sendChannelMessage(send(alice, log, "alice has posted"));
            });
        }

        private static boolean isPosting(Thread thread) {
            return Arrays.stream(thread.getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("post"));
        }
    }

    private SweepReport sweep(SweepEngine.SweptTest test) throws Exception {
        return SweepEngine.of("test", SweepSettings.defaults()).sweep(chime, test);
    }

    /** Returns what gives each run its executor. */
    private Supplier<Executor> executors(String kind) {
        return switch (kind) {
            case "the common pool" -> ForkJoinPool::commonPool;
            case "a new thread" -> () -> task -> new Thread(task).start();
            case "an executor of each run" -> this::newExecutor;
            default -> {
                Executor executor = newExecutor();
                yield () -> executor;
            }
        };
    }

    private Executor newExecutor() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        fakes.closeAfterTest(executor::shutdownNow);
        return executor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"the common pool", "a new thread", "an executor", "an executor of each run"})
    void callsThatTheCodeLeavesToAnotherThreadCountInTheirRun(String kind) throws Exception {
        Supplier<Executor> executors = executors(kind);

        SweepReport report = sweep(sweep -> {
            ChimeChannel general = chime.channel("general").members(alice).create();
            ChimeChannel log = chime.channel("log").members(alice).create();
            Audit audit = new Audit(executors.get());
            sweep.run(() -> audit.post(general, log));
        });

        assertThat(report.sites())
                .extracting(SweepSite::channel)
                .containsExactly(Optional.of("general"), Optional.of("log"));
        assertThat(report.notes()).isEmpty();
        assertThat(report.alarms()).isNotEmpty().allSatisfy(verdict -> {
            assertThat(verdict.injected().site().channel()).contains("log");
            assertThat(verdict.alarms().keySet()).containsAnyOf(SWALLOWED, MASKED);
        });
    }

    @Test
    void workThatDoesNotEndIsNoted() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        fakes.closeAfterTest(end::countDown);
        AtomicInteger looks = new AtomicInteger();

        SweepReport report = sweep(sweep -> {
            ChimeChannel general = chime.channel("general").members(alice).create();
            sweep.run(() -> {
                Runnable poll = () -> {
                    while (!hasEnded(end)) {
                        looks.incrementAndGet();
                    }
                };
                new Thread(poll, "polls for ever").start();
                chime.client().sendChannelMessage(send(alice, general, "hello"));
            });
        });

        assertThat(looks).hasPositiveValue();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .contains("work that did not end", "the thread \"polls for ever\"");
        assertThat(report.alarms()).isEmpty();
    }

    private static boolean hasEnded(CountDownLatch end) {
        try {
            return end.await(1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
