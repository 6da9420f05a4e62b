package io.github.chimefake.internal.clients;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The shared HTTP client as used by the clients of one fake. After that fake is closed, every call fails,
 * even if the server is still running for another fake. After it was offline, there is another shared client.
 */
final class ShutdownAwareHttpClient implements SdkHttpClient {
    private final HttpClients clients;
    private final FakeShutdown shutdown;
    private final String name;

    ShutdownAwareHttpClient(HttpClients clients, FakeShutdown shutdown) {
        this.clients = clients;
        this.shutdown = shutdown;
        this.name = clients.sync().clientName();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        if (shutdown.isClosed()) {
            return new RefusedRequest();
        }
        try {
            SdkHttpClient shared = clients.sync();
            return new OpenRequest(shared, shared.prepareRequest(sanitized(request)));
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
        private final SdkHttpClient shared;
        private final ExecutableHttpRequest request;

        OpenRequest(SdkHttpClient shared, ExecutableHttpRequest request) {
            this.shared = shared;
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                return request.call();
            } catch (RuntimeException e) {
                if (shutdown.translate(e, clients.wasReplaced(shared)) instanceof IOException refused) {
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
        return name;
    }

    @Override
    public void close() {
        // Other fakes on the same server share the HTTP client, so none of them closes it.
    }
}
