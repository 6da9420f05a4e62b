package io.github.chimefake.internal.control.server;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.control.ChimeControl;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.route.Reply;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It looks at the threads of the JVM.")
class ControlThreadsTest {
    @Test
    void aControlApiStartsOnlyDaemons() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Served fake = Served.start()) {
            fake.get("/v1/health").has(200);

            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> !before.contains(thread))
                            .filter(thread -> !thread.isDaemon())
                            .map(Thread::getName)
                            .collect(toSet()))
                    .isEmpty();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("HTTP-Dispatcher");
        }
    }

    @Test
    void slowRequestsHoldNeitherWaitsNorTheirResponsesAndOthersGetTheirTurn() throws Exception {
        ControlThreads threads = new ControlThreads();
        try {
            CountDownLatch held = new CountDownLatch(ControlThreads.MOST);
            CountDownLatch over = new CountDownLatch(1);
            for (int i = 0; i < ControlThreads.MOST; i++) {
                threads.requests().execute(() -> {
                    held.countDown();
                    awaitUnchecked(over);
                });
            }
            held.await();
            CompletableFuture<String> next = CompletableFuture.supplyAsync(() -> "served", threads.requests());
            AtomicInteger asked = new AtomicInteger();

            CompletableFuture<Reply> reply = threads.waiting()
                    .until(
                            () -> asked.incrementAndGet() == 3 ? Optional.of(Reply.text("yes")) : Optional.empty(),
                            Duration.ofMinutes(1),
                            Reply::noContent)
                    .thenApplyAsync(each -> each, threads.replies())
                    .toCompletableFuture();

            assertThat(reply.get(30, TimeUnit.SECONDS).body()).isEqualTo("yes");
            assertThat(next).isNotDone();
            over.countDown();
            assertThat(next.get(30, TimeUnit.SECONDS)).isEqualTo("served");
        } finally {
            threads.close();
        }
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aClosedControlApiListensNoMoreAndTheFakeGoesOn() {
        try (Served fake = Served.start()) {
            ChimeControl other = ChimeControl.serve(fake.chime());
            other.close();
            other.close();

            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(other.address().resolve("/v1/health"))
                                            .build(),
                                    BodyHandlers.ofString()))
                    .isInstanceOf(ConnectException.class);
            assertThat(fake.chime().isRunning()).isTrue();
        }
    }

    @Test
    void aPortInUseAndAClosedFakeAreSaid() {
        try (Served fake = Served.start()) {
            int port = fake.control().address().getPort();

            assertThatThrownBy(() -> ChimeControl.of(fake.chime()).port(port).serve())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(port));
            fake.chime().close();
            assertThatIllegalStateException().isThrownBy(() -> ChimeControl.serve(fake.chime()));
        }
    }
}
