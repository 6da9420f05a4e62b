package io.github.chimefake.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Many connections. */
@Tag("thorough")
@Isolated("counts the file descriptors of the JVM")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoadTest {
    private static final int CONNECTS = 10_000;
    /** Files that the JVM itself may open. */
    private static final long OTHER_DESCRIPTORS = 20;

    @Test
    void aThousandConnectionsLoseNothingAndASlowOneDelaysNoOther() throws IOException {
        Load.Result result = Load.run(15);

        assertThat(result.received()).isEqualTo(result.expected());
        assertThat(result.slow()).startsWith("1006 The client reads too slowly").doesNotContain(";");
    }

    @Test
    void tenThousandConnectsAndDropsLeaveNothing() throws InterruptedException {
        Queue<WeakReference<WebSocketListener>> listeners = new ConcurrentLinkedQueue<>();
        CountDownLatch closed = new CountDownLatch(CONNECTS);
        try (Servers servers = new Servers()) {
            WebSocketServer server = servers.accepting(Servers.PATIENT, () -> {
                WebSocketListener listener = new EchoListener() {
                    @Override
                    public void closed(int code, String reason) {
                        closed.countDown();
                    }
                };
                listeners.add(new WeakReference<>(listener));
                return listener;
            });
            drop(server.port(), 0);
            long descriptors = descriptors();
            IntStream.range(1, CONNECTS).parallel().forEach(number -> drop(server.port(), number));

            assertThat(closed.await(5, TimeUnit.MINUTES)).isTrue();
            assertThat(listeners).hasSize(CONNECTS);
            List<WeakReference<WebSocketListener>> left = List.copyOf(listeners);
            for (int attempts = 0; attempts < 1000 && !left.isEmpty(); attempts++) {
                System.gc(); // Each takes a while, so the last connections have time to end.
                left = left.stream().filter(listener -> listener.get() != null).toList();
            }
            assertThat(left).as("listeners that are still referred to").isEmpty();
            server.close();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("chime-websocket-" + server.port() + "-")) {
                    thread.join(TimeUnit.SECONDS.toMillis(10));
                    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
                }
            }
            assertThat(descriptors()).isLessThanOrEqualTo(descriptors + OTHER_DESCRIPTORS);
        }
    }

    /** Connects, and drops the connection in one of several ways. */
    private static void drop(int port, int number) {
        try (RawClient client = RawClient.open(port)) {
            switch (number % 4) {
                case 0 -> client.socket().setSoLinger(true, 0);
                case 1 -> client.send(ClientFrames.close(1000, ""));
                case 2 -> {
                    client.send("hello");
                    client.frame();
                }
                default -> client.send(new byte[] {(byte) ClientFrames.LAST});
            }
        } catch (IOException e) {
            throw new AssertionError("Connection " + number, e);
        }
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }
}
