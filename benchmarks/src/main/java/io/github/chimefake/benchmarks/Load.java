package io.github.chimefake.benchmarks;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same client against both servers by turns, over loopback: eight connections that are kept alive, each with one request
 * under way. The fake verifies the signature, evaluates ten policies and keeps each message; WireMock answers a static stub,
 * once with its defaults, which record what it was asked, and once without a record.
 */
final class Load {
    static final String FAKE = "fake";
    static final String WIREMOCK = "wiremock";
    static final String WITHOUT_RECORD = "wiremock without record";
    private static final int CONNECTIONS = 8;

    /** No server here answers more. */
    private static final int REQUESTS_PER_MILLISECOND = 25;

    /** So many rounds the compiler needs until it changes little any more. */
    private static final int WARM_UP = 4;

    private final Duration round;
    private final int requestsPerRound;

    Load(Duration round) {
        this.round = round;
        this.requestsPerRound = Math.toIntExact(round.toMillis() * REQUESTS_PER_MILLISECOND);
    }

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        Load load = new Load(Duration.ofMillis(Long.parseLong(arguments[1])));
        WireMockServer wireMock = Reference.start();
        WireMockServer withoutRecord = Reference.startWithoutJournal();
        try (Scene scene = new Scene()) {
            for (int i = 0; i < WARM_UP + rounds; i++) {
                List<byte[]> requests = load.requests(scene);
                double fake = load.perSecond(scene.port(), requests);
                scene.chime.reset();
                double reference = load.perSecond(wireMock.port(), requests);
                wireMock.resetRequests();
                double fastest = load.perSecond(withoutRecord.port(), requests);
                if (i >= WARM_UP) {
                    System.out.println(FAKE + "=" + fake);
                    System.out.println(WIREMOCK + "=" + reference);
                    System.out.println(WITHOUT_RECORD + "=" + fastest);
                }
            }
        }
        wireMock.stop();
        withoutRecord.stop();
    }

    /** More than are answered in a round, each of which is good for one answer of the fake. */
    List<byte[]> requests(Scene scene) {
        return scene.sends(scene.checked, requestsPerRound).stream()
                .map(SignedRequest::toBytes)
                .toList();
    }

    /** How many of the requests a server answers a second, in one round. */
    double perSecond(int port, List<byte[]> requests) {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + round.toNanos();
        Stream<Thread> threads = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> new Thread(() -> {
                    try (Connection connection = new Connection(port)) {
                        for (int n = next.getAndIncrement();
                                n < requests.size() && System.nanoTime() < end;
                                n = next.getAndIncrement()) {
                            connection.exchange(requests.get(n));
                        }
                    }
                }));
        List<Thread> running = threads.peek(Thread::start).toList();
        running.forEach(Load::join);
        int done = Math.min(next.get(), requests.size()) - (next.get() > requests.size() ? 0 : CONNECTIONS);
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
