package io.github.chimefake;

import static io.github.chimefake.ProcessedChannel.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.testing.Fakes;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** The threads that run processors: only where there are some, and none that keeps the JVM alive. */
@Isolated("counts the threads of the JVM")
class BackgroundThreadsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final Set<Thread> before = background();

    private static Set<Thread> background() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("chime-messaging-fake-background"))
                .collect(Collectors.toSet());
    }

    private Set<Thread> newThreads() {
        Set<Thread> threads = new HashSet<>(background());
        threads.removeAll(before);
        return threads;
    }

    @Test
    void aFakeWithoutProcessorsHasNone() {
        ChimeMessagingServer chime = fakes.start();
        ProcessedChannel general = new ProcessedChannel(chime, "general");

        general.send("waits for ChannelFlowCallback");
        chime.awaitBackgroundWork();

        assertThat(newThreads()).isEmpty();
    }

    @Test
    void theyAreDaemonsAndEndWithTheFake() throws InterruptedException {
        ChimeMessagingServer chime = fakes.start();
        ProcessedChannel general = new ProcessedChannel(chime, "general");
        CountDownLatch running = new CountDownLatch(1);
        general.processor(event -> {
            running.countDown();
            await(new CountDownLatch(1));
            return FlowVerdict.allow();
        });
        general.send("hangs");
        await(running);
        Set<Thread> threads = newThreads();

        assertThat(threads).singleElement().matches(Thread::isDaemon);

        chime.close();

        for (Thread thread : threads) {
            thread.join();
        }
    }
}
