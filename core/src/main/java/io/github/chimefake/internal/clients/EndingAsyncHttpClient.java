package io.github.chimefake.internal.clients;

import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/** The asynchronous twin of {@link EndingHttpClient}. */
final class EndingAsyncHttpClient implements SdkAsyncHttpClient {
    private final SdkAsyncHttpClient shared;
    private final EndOfFake end;

    EndingAsyncHttpClient(SdkAsyncHttpClient shared, EndOfFake end) {
        this.shared = shared;
        this.end = end;
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        if (end.isReached()) {
            return refused(request);
        }
        try {
            return shared.execute(handledBy(new Handler(request.responseHandler()), request));
        } catch (RuntimeException e) {
            if (end.isReached()) {
                return refused(request);
            }
            throw e;
        }
    }

    private CompletableFuture<Void> refused(AsyncExecuteRequest request) {
        ConnectException refused = end.refusedConnection();
        request.responseHandler().onError(refused);
        return CompletableFuture.failedFuture(refused);
    }

    private static AsyncExecuteRequest handledBy(SdkAsyncHttpResponseHandler handler, AsyncExecuteRequest request) {
        AsyncExecuteRequest.Builder builder = AsyncExecuteRequest.builder()
                .request(PrintableHeaders.of(request.request()))
                .requestContentPublisher(request.requestContentPublisher())
                .responseHandler(handler)
                .fullDuplex(request.fullDuplex())
                .httpExecutionAttributes(request.httpExecutionAttributes());
        request.metricCollector().ifPresent(builder::metricCollector);
        return builder.build();
    }

    private final class Handler implements SdkAsyncHttpResponseHandler {
        private final SdkAsyncHttpResponseHandler handler;

        Handler(SdkAsyncHttpResponseHandler handler) {
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
            handler.onError(end.asInProduction(error));
        }
    }

    @Override
    public String clientName() {
        return shared.clientName();
    }

    @Override
    public void close() {
        // The client is shared with the other fakes of the server, so none of them closes it.
    }
}
