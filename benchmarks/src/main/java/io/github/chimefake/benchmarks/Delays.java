package io.github.chimefake.benchmarks;

import io.github.chimefake.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests that are sent at once, each over its own connection, and whose responses a fault delays by two seconds. */
final class Delays {
    static final int REQUESTS = 500;
    static final Duration DELAY = Duration.ofSeconds(2);
    static final String FIRST = "first response";
    static final String LAST = "last response";
    private static final int WARM_UP = 5;

    private Delays() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        try (Scene scene = new Scene()) {
            for (int i = 0; i < WARM_UP + rounds; i++) {
                boolean measured = i >= WARM_UP;
                scene.chime.reset();
                scene.chime.faults().on(Operation.SEND_CHANNEL_MESSAGE).delay(measured ? DELAY : Duration.ofMillis(1));
                round(scene, measured);
            }
        }
    }

    private static void round(Scene scene, boolean measured) {
        List<byte[]> requests = scene.sends(scene.checked, REQUESTS).stream()
                .map(SignedRequest::toBytes)
                .toList();
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            connections.add(new Connection(scene.port()));
        }
        long start = System.nanoTime();
        for (int i = 0; i < REQUESTS; i++) {
            connections.get(i).send(requests.get(i));
        }
        connections.get(0).receive();
        double first = (System.nanoTime() - start) / 1e6;
        connections.forEach(connection -> {
            if (connection != connections.get(0)) {
                connection.receive();
            }
        });
        double last = (System.nanoTime() - start) / 1e6;
        connections.forEach(Connection::close);
        if (measured) {
            System.out.println(FIRST + "=" + first);
            System.out.println(LAST + "=" + last);
        }
    }
}
