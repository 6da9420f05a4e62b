package io.github.chimefake.internal.clients;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The shared HTTP client as used by the clients of one fake. After that fake is closed, every call fails,
 * even if the server is still running for another fake.
 */
final class ShutdownAwareHttpClient implements SdkHttpClient {
    private final SdkHttpClient shared;
    private final FakeShutdown shutdown;

    ShutdownAwareHttpClient(SdkHttpClient shared, FakeShutdown shutdown) {
        this.shared = shared;
        this.shutdown = shutdown;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        if (shutdown.isClosed()) {
            return new RefusedRequest();
        }
        try {
            return new OpenRequest(shared.prepareRequest(sanitized(request)));
        } catch (RuntimeException e) {
            if (shutdown.isClosed()) {
                return new RefusedRequest();
            }
            throw e;
        }
    }

    private static HttpExecuteRequest sanitized(HttpExecuteRequest request) {
        SdkHttpRequest sanitized = HeaderSanitizer.sanitize(request.httpRequest());
        if (sanitized == request.httpRequest()) {
            return request;
        }
        HttpExecuteRequest.Builder builder = HttpExecuteRequest.builder().request(sanitized);
        request.contentStreamProvider().ifPresent(builder::contentStreamProvider);
        request.metricCollector().ifPresent(builder::metricCollector);
        return builder.build();
    }

    private final class OpenRequest implements ExecutableHttpRequest {
        private final ExecutableHttpRequest request;

        OpenRequest(ExecutableHttpRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                return request.call();
            } catch (RuntimeException e) {
                if (shutdown.translate(e) instanceof IOException refused) {
                    throw refused;
                }
                throw e;
            }
        }

        @Override
        public void abort() {
            request.abort();
        }
    }

    private final class RefusedRequest implements ExecutableHttpRequest {
        @Override
        public HttpExecuteResponse call() throws IOException {
            throw shutdown.connectionRefused();
        }

        @Override
        public void abort() {}
    }

    @Override
    public String clientName() {
        return shared.clientName();
    }

    @Override
    public void close() {
        // Other fakes on the same server share the HTTP client, so none of them closes it.
    }
}
