package io.github.chimefake.internal.clients;

import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/** The asynchronous variant of {@link ShutdownAwareHttpClient}. */
final class ShutdownAwareAsyncHttpClient implements SdkAsyncHttpClient {
    private final HttpClients clients;
    private final FakeShutdown shutdown;
    private final String name;

    ShutdownAwareAsyncHttpClient(HttpClients clients, FakeShutdown shutdown) {
        this.clients = clients;
        this.shutdown = shutdown;
        this.name = clients.async().clientName();
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        if (shutdown.isClosed()) {
            return refuse(request);
        }
        try {
            SdkAsyncHttpClient shared = clients.async();
            return execute(shared, request);
        } catch (RuntimeException e) {
            if (shutdown.isClosed()) {
                return refuse(request);
            }
            throw e;
        }
    }

    private CompletableFuture<Void> execute(SdkAsyncHttpClient shared, AsyncExecuteRequest request) {
        SdkAsyncHttpResponseHandler handler = new TranslatingHandler(shared, request.responseHandler());
        try {
            return shared.execute(withHandler(handler, request));
        } catch (RuntimeException e) {
            if (clients.wasReplaced(shared)) {
                return refuse(request);
            }
            throw e;
        }
    }

    private CompletableFuture<Void> refuse(AsyncExecuteRequest request) {
        ConnectException refused = shutdown.connectionRefused();
        request.responseHandler().onError(refused);
        return CompletableFuture.failedFuture(refused);
    }

    private static AsyncExecuteRequest withHandler(SdkAsyncHttpResponseHandler handler, AsyncExecuteRequest request) {
        AsyncExecuteRequest.Builder builder = AsyncExecuteRequest.builder()
                .request(HeaderSanitizer.sanitize(request.request()))
                .requestContentPublisher(request.requestContentPublisher())
                .responseHandler(handler)
                .fullDuplex(request.fullDuplex())
                .httpExecutionAttributes(request.httpExecutionAttributes());
        request.metricCollector().ifPresent(builder::metricCollector);
        return builder.build();
    }

    private final class TranslatingHandler implements SdkAsyncHttpResponseHandler {
        private final SdkAsyncHttpClient shared;
        private final SdkAsyncHttpResponseHandler handler;

        TranslatingHandler(SdkAsyncHttpClient shared, SdkAsyncHttpResponseHandler handler) {
            this.shared = shared;
            this.handler = handler;
        }

        @Override
        public void onHeaders(SdkHttpResponse headers) {
            handler.onHeaders(headers);
        }

        @Override
        public void onStream(Publisher<ByteBuffer> stream) {
            handler.onStream(stream);
        }

        @Override
        public void onError(Throwable error) {
            handler.onError(shutdown.translate(error, clients.wasReplaced(shared)));
        }
    }

    @Override
    public String clientName() {
        return name;
    }

    @Override
    public void close() {
        // Other fakes on the same server share the HTTP client, so none of them closes it.
    }
}
