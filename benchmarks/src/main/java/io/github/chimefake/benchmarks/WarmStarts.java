package io.github.chimefake.benchmarks;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeMessagingServer;
import java.util.function.Supplier;

/** In one JVM, by turns: a WireMock server, another fake, a copy of a fake, and a fake that is made as new. */
final class WarmStarts {
    static final String WIREMOCK = "wiremock";
    static final String START = "start";
    static final String COPY = "copy";
    static final String RESET = "reset";

    private WarmStarts() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        try (Scene scene = new Scene()) {
            for (int i = 0; i < 2 * rounds; i++) {
                boolean counts = i >= rounds; // The first half warms up.
                WireMockServer wireMock = timed(WIREMOCK, counts, Reference::start);
                wireMock.stop();
                timed(START, counts, ChimeMessagingServer::start).close();
                timed(COPY, counts, scene.chime::startCopy).close();
                scene.addMessages(10);
                timed(RESET, counts, () -> {
                    scene.chime.reset();
                    return scene;
                });
            }
        }
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
