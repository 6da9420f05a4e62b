package io.github.chimefake.internal.actors;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.Sender;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An HTTP client that hands each request to the gateway, marked with its sender, and waits as a connection would. */
final class DirectHttpClient implements SdkHttpClient {
    private final Gateway gateway;
    private final Sender sender;
    private final FakeLifetime lifetime;

    DirectHttpClient(Gateway gateway, Sender sender, FakeLifetime lifetime) {
        this.gateway = gateway;
        this.sender = sender;
        this.lifetime = lifetime;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return received(send(convert(request)));
            }

            @Override
            public void abort() {
                // The SDK interrupts the thread that waits.
            }
        };
    }

    private HttpRequest convert(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        URI uri = http.getUri();
        List<HttpRequest.Header> headers = new ArrayList<>();
        http.headers()
                .forEach((name, values) -> values.forEach(value -> headers.add(new HttpRequest.Header(name, value))));
        if (http.firstMatchingHeader(HeaderNames.HOST).isEmpty()) {
            headers.add(new HttpRequest.Header(HeaderNames.HOST, uri.getAuthority()));
        }
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return new HttpRequest(http.method().name(), target, headers, body(request), Instant.now(), sender);
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return new byte[0];
        }
        try (InputStream content = request.contentStreamProvider().get().newStream()) {
            return content.readAllBytes();
        }
    }

    /**
     * Returns the response. The request has its own thread, as one over a connection has, because the current thread
     * may be processing another request, whose code of the test calls this.
     */
    private HttpResponse send(HttpRequest request) throws IOException {
        try {
            lifetime.requireRunning("A call of an actor");
        } catch (IllegalStateException ended) {
            throw (IOException) new ConnectException("Connection refused: " + ended.getMessage()).initCause(ended);
        }
        CompletableFuture<HttpResponse> response = new CompletableFuture<>();
        Thread thread = new Thread(() -> process(request, response), "chime-messaging-fake-actor");
        thread.setDaemon(true);
        thread.start();
        try {
            return response.get();
        } catch (InterruptedException interrupted) {
            throw interrupted();
        } catch (ExecutionException failed) {
            throw new IOException("The fake failed on " + request, failed.getCause());
        }
    }

    private void process(HttpRequest request, CompletableFuture<HttpResponse> response) {
        try {
            response.complete(gateway.respondWithoutConnection(request));
        } catch (Throwable failure) { // The thread that waits for the response throws it.
            response.completeExceptionally(failure);
        } finally {
            gateway.responseSent();
        }
    }

    private static HttpExecuteResponse received(HttpResponse response) throws IOException {
        pause(response.delay().plus(response.bodyDuration()));
        if (response.connectionFault().isPresent()) {
            throw new SocketException(
                    response.connectionFault().get() == ConnectionFault.RESET
                            ? "Connection reset"
                            : "The connection was closed before the response");
        }
        SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(response.status());
        response.headers().forEach(head::putHeader);
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.body())))
                .build();
    }

    private static void pause(Duration duration) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("The thread was interrupted while it waited for the response");
    }

    @Override
    public String clientName() {
        return "Direct";
    }

    @Override
    public void close() {
        // It has no connections.
    }
}
