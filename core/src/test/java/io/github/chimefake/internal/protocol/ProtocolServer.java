package io.github.chimefake.internal.protocol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.ServiceError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The protocol alone behind a real socket: it decodes and checks what comes, and answers what it was told to. */
final class ProtocolServer implements AutoCloseable {
    private final Router router = new Router();
    private final RequestDecoder decoder = new RequestDecoder();
    private final Constraints constraints = new Constraints();
    private final ResponseEncoder encoder = new ResponseEncoder();
    private final BlockingQueue<HttpResponse> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<DecodedRequest> received = new LinkedBlockingQueue<>();
    private final HttpServer server;

    ProtocolServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** A client of this server that does not retry. */
    ChimeSdkMessagingClient client() {
        return configure(ChimeSdkMessagingClient.builder()).build();
    }

    /** The same for the other service. */
    ChimeSdkIdentityClient identityClient() {
        return configure(ChimeSdkIdentityClient.builder()).build();
    }

    @SuppressWarnings("deprecation") // Its successor is newer than the oldest SDK that is supported.
    private <B extends AwsClientBuilder<B, C>, C> B configure(B builder) {
        return builder.endpointOverride(
                        URI.create("http://localhost:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
                .overrideConfiguration(override -> override.retryPolicy(RetryPolicy.none()));
    }

    /** What the next request is answered with, unless it is refused. */
    void willAnswer(HttpResponse answer) {
        answers.add(answer);
    }

    /** The oldest request that was not asked for yet. */
    DecodedRequest received() {
        return received.remove();
    }

    /** Forgets what a test before left behind. */
    void reset() {
        answers.clear();
        received.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse answer = answer(exchange);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse answer(HttpExchange exchange) throws IOException {
        List<HttpRequest.Header> headers = exchange.getRequestHeaders().entrySet().stream()
                .flatMap(header ->
                        header.getValue().stream().map(value -> new HttpRequest.Header(header.getKey(), value)))
                .toList();
        HttpRequest call = new HttpRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes(),
                Instant.now());
        Route route = router.route(call.method(), call.target());
        if (route instanceof Route.Unknown unknown) {
            return encoder.encode(unknown.serviceError(), "request-id");
        }
        DecodedRequest decoded = decoder.decode((Route.Matched) route, call);
        received.add(decoded);
        Optional<ServiceError> serviceError = decoded.validationError()
                .or(() -> constraints.check(((Route.Matched) route).operation(), decoded.request()));
        return serviceError
                .map(refused -> encoder.encode(refused, "request-id"))
                .orElseGet(answers::remove);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
