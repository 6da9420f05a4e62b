package io.github.chimefake.internal.control.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.chimefake.internal.control.route.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Reads a request from the JDK's server and writes the response to it. */
final class ExchangeHandler implements HttpHandler {
    /**
     * The JDK's server before 21 sends head and body separately. Unless this property is set, the body then waits 40 ms for an
     * acknowledgment of the head, except on a connection that ends with the response.
     */
    private static final boolean KEEPS_CONNECTIONS =
            Runtime.version().feature() >= 21 || Boolean.getBoolean("sun.net.httpserver.nodelay");

    private final Dispatcher dispatcher;
    private final Executor executor;

    ExchangeHandler(Dispatcher dispatcher, Executor executor) {
        this.dispatcher = dispatcher;
        this.executor = executor;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        CompletionStage<Reply> stage = dispatcher.dispatch(new Received(exchange));
        CompletableFuture<Reply> reply = stage.toCompletableFuture();
        if (reply.isDone()) {
            write(exchange, reply.join());
        } else {
            stage.thenAcceptAsync(later -> writeLater(exchange, later), executor)
                    .whenComplete((written, failure) -> {
                        if (failure != null) {
                            exchange.close(); // The client would otherwise wait for a response that never comes.
                        }
                    });
        }
    }

    private static void writeLater(HttpExchange exchange, Reply reply) {
        try {
            write(exchange, reply);
        } catch (IOException e) {
            exchange.close(); // The client has gone.
        }
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            byte[] body = reply.body().getBytes(UTF_8);
            Headers headers = exchange.getResponseHeaders();
            if (!reply.mediaType().isEmpty()) {
                headers.set("Content-Type", contentType(reply.mediaType()));
            }
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            reply.headers().forEach(header -> headers.set(header.name(), header.value()));
            if (!KEEPS_CONNECTIONS) {
                headers.set("Connection", "close");
            }
            boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), empty ? -1 : body.length);
            if (!empty) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private static String contentType(String mediaType) {
        return mediaType.equals(Reply.TEXT) ? mediaType + "; charset=utf-8" : mediaType;
    }

    /** The request of an exchange. */
    private record Received(HttpExchange exchange) implements Incoming {
        @Override
        public String method() {
            return exchange.getRequestMethod();
        }

        @Override
        public String rawPath() {
            return exchange.getRequestURI().getRawPath();
        }

        @Override
        public String rawQuery() {
            return Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        }

        @Override
        public List<String> headers(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().get(name)).orElse(List.of());
        }

        @Override
        public InputStream body() {
            return exchange.getRequestBody();
        }
    }
}
