package io.github.chimefake.benchmarks;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same client against both servers by turns, over loopback: eight connections that are kept alive, each with one request
 * under way. The fake verifies the signature, evaluates ten policies and keeps each message; WireMock responds with a static stub,
 * once with its defaults, which record what it was asked, and once without a record.
 */
final class Load {
    static final String FAKE = "fake";
    static final String WIREMOCK = "wiremock";
    static final String WITHOUT_RECORD = "wiremock without record";
    private static final int CONNECTIONS = 8;

    /** No server here responds to as many. */
    private static final int REQUESTS_PER_MILLISECOND = 40;

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
            List<Server> servers = new ArrayList<>(List.of(
                    new Server(FAKE, scene.port(), scene.chime::reset),
                    new Server(WIREMOCK, wireMock.port(), wireMock::resetRequests),
                    new Server(WITHOUT_RECORD, withoutRecord.port(), () -> {})));
            for (int i = 0; i < WARM_UP + rounds; i++) {
                List<byte[]> requests = load.requests(scene);
                for (Server server : servers) {
                    double perSecond = load.perSecond(server.port(), requests);
                    server.forget().run();
                    System.gc(); // So that none pays for what the one before has left.
                    if (i >= WARM_UP) {
                        System.out.println(server.name() + "=" + perSecond);
                    }
                }
                Collections.rotate(servers, 1);
            }
        }
        wireMock.stop();
        withoutRecord.stop();
    }

    /** The server under load, and how it forgets the load. */
    private record Server(String name, int port, Runnable forget) {}

    /** More than are sent in a round; each is valid for one call of the fake. */
    List<byte[]> requests(Scene scene) {
        return scene.sends(scene.checked, requestsPerRound).stream()
                .map(SignedRequest::toBytes)
                .toList();
    }

    /**
     * How many requests a second a server responds to, in one round.
     *
     * @throws IllegalStateException if one fails
     */
    double perSecond(int port, List<byte[]> requests) {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + round.toNanos();
        Callable<Integer> client = () -> {
            int responses = 0;
            try (Connection connection = new Connection(port)) {
                for (int n = next.getAndIncrement();
                        n < requests.size() && System.nanoTime() < end;
                        n = next.getAndIncrement()) {
                    connection.exchange(requests.get(n));
                    responses++;
                }
            }
            return responses;
        };
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            int responses = 0;
            for (Future<Integer> each : threads.invokeAll(Collections.nCopies(CONNECTIONS, client))) {
                responses += each.get();
            }
            return responses / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            threads.shutdown();
        }
    }
}
