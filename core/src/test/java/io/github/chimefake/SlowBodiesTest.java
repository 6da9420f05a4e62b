package io.github.chimefake;

import static io.github.chimefake.faults.FaultEffects.slowBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Responses whose bodies take long, at the same time. */
@Tag("slow")
class SlowBodiesTest {
    private static final int RESPONSES = 50;

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ExecutorService readers = Executors.newCachedThreadPool();

    @AfterEach
    void stopReaders() {
        readers.shutdownNow();
    }

    @Test
    void fiftyAreSentAtTheSameTime() {
        // A part arrives after a tenth of it. With fewer threads, the last bodies would begin when the first had ended.
        chime.faults().inject(slowBody(Duration.ofSeconds(30)));
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(chime.endpoint().resolve("/channels")).build();

        List<CompletableFuture<HttpResponse<InputStream>>> responses = Stream.generate(
                        () -> client.sendAsync(request, BodyHandlers.ofInputStream()))
                .limit(RESPONSES)
                .toList();
        List<CompletableFuture<byte[]>> bodies = responses.stream()
                .map(response -> response.thenApplyAsync(SlowBodiesTest::body, readers))
                .toList();
        responses.forEach(CompletableFuture::join);

        assertThat(bodies).noneMatch(CompletableFuture::isDone);
    }

    private static byte[] body(HttpResponse<InputStream> response) {
        try {
            return response.body().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
