package io.github.chimefake;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.chimefake.testing.Fakes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;

/** A page of another origin, in a real browser, that tries to reach the fake. Skipped where there is no Chromium. */
@Tag("slow")
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignPageTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();

    @TempDir
    private Path directory;

    @Test
    void aForeignPageReachesNothing() throws IOException {
        List<String> results = resultsOfPage();

        assertThat(statusesOfAdministration(results)).isSubsetOf("0", "404");
        assertNothingHappened();
    }

    @Test
    void aForeignPageReachesNothingOfAServerThatTheTestUnwrapped() throws IOException {
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);

        List<String> results = resultsOfPage();

        assertThat(statusesOfAdministration(results)).isSubsetOf("0", "403");
        assertThat(wireMock.getStubMappings()).hasSize(1);
        assertNothingHappened();
    }

    private static List<String> statusesOfAdministration(List<String> results) {
        List<String> administration =
                results.stream().filter(line -> line.contains("/__admin/")).toList();
        assertThat(administration)
                .hasSizeGreaterThan(50)
                .as("no response has a body")
                .allMatch(line -> line.split(" ", 3)[1].equals("0"));
        return administration.stream()
                .map(line -> line.split(" ", 2)[0])
                .distinct()
                .toList();
    }

    private void assertNothingHappened() {
        assertThat(chime.isRunning()).isTrue();
        ChimeSdkMessagingClient client = chime.clients().withoutRetries().client();
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .as("the fault is still there")
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
        assertThat(client.listChannelMessages(
                                list -> list.channelArn(general.arn()).chimeBearer(alice.arn()))
                        .channelMessages())
                .isEmpty();
        assertThat(client.listChannels(list ->
                                list.appInstanceArn(chime.appInstance().arn()).chimeBearer(alice.arn()))
                        .channels())
                .hasSize(1);
    }

    /** Opens the page, and returns what it says of all its tries: status, length of the body, and what it tried. */
    private List<String> resultsOfPage() throws IOException {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "skipped: there is no chromium on the PATH");
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(SERVICE_UNAVAILABLE);
        CompletableFuture<String> results = new CompletableFuture<>();
        HttpServer pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/", exchange -> respond(exchange, page()));
        pages.createContext("/results", exchange -> {
            results.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            respond(exchange, "");
        });
        pages.start();
        Process browser =
                open(chromium.get(), "http://evil.example:" + pages.getAddress().getPort() + "/");
        try {
            return results.join().lines().toList();
        } finally {
            end(browser);
            pages.stop(0);
        }
    }

    private Process open(Path chromium, String page) throws IOException {
        return new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP evil.example 127.0.0.1",
                        "--user-data-dir=" + Files.createDirectory(directory.resolve("profile")),
                        page)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    /** All its processes, and only when they are gone, as they write to the directory that is deleted next. */
    private static void end(Process browser) {
        List<ProcessHandle> all = Stream.concat(browser.descendants(), Stream.of(browser.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser").map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String page() throws IOException {
        try (InputStream in = Objects.requireNonNull(ForeignPageTest.class.getResourceAsStream("foreign-page.html"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .replace("FAKE_PORT", Integer.toString(chime.endpoint().getPort()))
                    .replace("CHANNEL_ARN", general.arn())
                    .replace("BEARER_ARN", alice.arn());
        }
    }

    private static void respond(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
