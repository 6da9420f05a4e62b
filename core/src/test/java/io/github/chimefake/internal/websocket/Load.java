package io.github.chimefake.internal.websocket;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A thousand connections, a hundred of which are sent a hundred messages a second. Its program prints a row of docs/sessions-load.md. */
final class Load {
    static final int CONNECTIONS = 1000;
    static final int CHANNEL = 100;
    private static final int MESSAGES_A_SECOND = 100;
    private static final int MAX_QUEUED = 400;
    /** How far the others may be behind on a machine that does too much else; the sender then waits for them. */
    private static final int MAX_BEHIND = 100;

    private static final long MAX_SECONDS_LATE = 60;
    private static final String FILLING = "x".repeat(4000);

    private Load() {}

    /**
     * What was measured.
     *
     * @param expected how many messages the receivers had to get
     * @param received how many they got: each in order, none twice
     * @param slow what the server said of the receiver that did not read
     */
    record Result(
            int expected, int received, String slow, double cpu, double p50, double p99, double max, int threads) {}

    private static final class Member implements WebSocketListener {
        private final Queue<WebSocketConnection> channel;
        private final Queue<String> ended;

        private Member(Queue<WebSocketConnection> channel, Queue<String> ended) {
            this.channel = channel;
            this.ended = ended;
        }

        @Override
        public void opened(WebSocketConnection connection) {
            channel.add(connection);
        }

        @Override
        public void closed(int code, String reason) {
            ended.add(code + " " + reason);
        }
    }

    /** Sends for some seconds, and waits until all has arrived. */
    static Result run(int seconds) throws IOException {
        Queue<WebSocketConnection> channel = new ConcurrentLinkedQueue<>();
        Queue<WebSocketConnection> others = new ConcurrentLinkedQueue<>();
        Queue<String> ended = new ConcurrentLinkedQueue<>();
        WebSocketSettings settings =
                WebSocketSettings.DEFAULTS.withSendLimits(new WebSocketSettings.SendLimits(MAX_QUEUED, Long.MAX_VALUE));
        WebSocketServer server = WebSocketServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                settings,
                request ->
                        new Upgrade.Accept(new Member(request.target().equals("/channel") ? channel : others, ended)));
        try (server;
                Receivers receivers = new Receivers()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                receivers.connect(server.port(), i < CHANNEL ? "/channel" : "/other", i == 0);
            }
            until(() -> channel.size() + others.size() == CONNECTIONS);
            receivers.start();
            long cpu = cpuNanos();
            long begun = System.nanoTime();
            int messages = seconds * MESSAGES_A_SECOND;
            for (int i = 0; i < messages; i++) {
                LockSupport.parkNanos(begun + i * TimeUnit.SECONDS.toNanos(1) / MESSAGES_A_SECOND - System.nanoTime());
                int needed = (i - MAX_BEHIND) * (CHANNEL - 1);
                until(() -> receivers.messages() >= needed);
                String text = i + " " + System.nanoTime() + " " + FILLING;
                channel.forEach(connection -> connection.send(text));
            }
            int expected = messages * (CHANNEL - 1);
            until(() -> receivers.messages() >= expected);
            double share = (double) (cpuNanos() - cpu) / (System.nanoTime() - begun);
            return new Result(
                    expected,
                    receivers.messages(),
                    String.join("; ", ended),
                    share,
                    receivers.millis(0.5),
                    receivers.millis(0.99),
                    receivers.millis(1),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS_LATE);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** Prints a row. */
    public static void main(String[] args) throws IOException {
        run(2); // Loads and compiles classes.
        Result result = run(15);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d of %,d | %.0f %% | %.1f / %.1f / %.1f | %d |%n",
                System.getProperty("java.version"),
                result.received(),
                result.expected(),
                100 * result.cpu(),
                result.p50(),
                result.p99(),
                result.max(),
                result.threads());
        System.out.println(result.slow());
    }
}
