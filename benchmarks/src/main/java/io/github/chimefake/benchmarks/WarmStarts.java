package io.github.chimefake.benchmarks;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ServerPool;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.util.function.Supplier;

/**
 * In one JVM, by turns: a WireMock server, a fake on a new server, and what the JUnit extension does for a test class, for a test beside
 * others, and for the next test.
 */
final class WarmStarts {
    static final String WIREMOCK = "wiremock";
    static final String START = "start";
    static final String NEXT_CLASS = "next-class";
    static final String CONCURRENT = "concurrent";
    static final String CLOSE = "close";
    static final String RESET = "reset";

    private WarmStarts() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        try (Scene scene = new Scene();
                ServerPool pool = ServerPool.create()) {
            ServerSnapshot baseline = scene.chime.snapshots().take();
            for (int i = 0; i < 2 * rounds; i++) {
                boolean counts = i >= rounds; // The first half warms up.
                WireMockServer wireMock = timed(WIREMOCK, counts, Reference::start);
                wireMock.stop();
                timed(START, counts, ChimeMessagingServer::start).close();
                ChimeMessagingServer next = timed(NEXT_CLASS, counts, () -> start(pool));
                next.user("alice");
                timed(CLOSE, counts, () -> {
                    next.close();
                    return next;
                });
                timed(CONCURRENT, counts, () -> {
                            ChimeMessagingServer other = start(pool);
                            other.snapshots().restore(baseline);
                            return other;
                        })
                        .close();
                scene.addMessages(10);
                timed(RESET, counts, () -> {
                    scene.chime.reset();
                    return scene;
                });
            }
        }
    }

    private static ChimeMessagingServer start(ServerPool pool) {
        return ChimeMessagingServer.builder().serverPool(pool).start();
    }

    private static <T> T timed(String name, boolean counts, Supplier<T> work) {
        long before = System.nanoTime();
        T result = work.get();
        long after = System.nanoTime();
        if (counts) {
            System.out.println(name + "=" + (after - before) / 1e6);
        }
        return result;
    }
}
