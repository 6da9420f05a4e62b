package io.github.chimefake.internal.access.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers everything with an empty success and keeps what it received. */
final class RecordingServer implements AutoCloseable {
    private final Queue<HttpRequest> calls = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    RecordingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::record);
        server.start();
    }

    URI endpoint() {
        return URI.create("http:/" + server.getAddress());
    }

    /** The one call received since the last one taken. */
    HttpRequest take() {
        return calls.remove();
    }

    private void record(HttpExchange exchange) throws IOException {
        List<Header> headers = exchange.getRequestHeaders().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new Header(entry.getKey(), value)))
                .toList();
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.add(new HttpRequest(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body, Instant.now()));
        byte[] answer = "{}".getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
