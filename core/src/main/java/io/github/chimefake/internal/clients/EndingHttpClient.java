package io.github.chimefake.internal.clients;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The shared HTTP client, for the ready clients of one fake: once that fake has ended, every connection is refused, also where
 * the server goes on for another fake.
 */
final class EndingHttpClient implements SdkHttpClient {
    private final SdkHttpClient shared;
    private final EndOfFake end;

    EndingHttpClient(SdkHttpClient shared, EndOfFake end) {
        this.shared = shared;
        this.end = end;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        if (end.isReached()) {
            return new Refused();
        }
        try {
            return new Prepared(shared.prepareRequest(printable(request)));
        } catch (RuntimeException e) {
            if (end.isReached()) {
                return new Refused();
            }
            throw e;
        }
    }

    private static HttpExecuteRequest printable(HttpExecuteRequest request) {
        SdkHttpRequest printable = PrintableHeaders.of(request.httpRequest());
        if (printable == request.httpRequest()) {
            return request;
        }
        HttpExecuteRequest.Builder builder = HttpExecuteRequest.builder().request(printable);
        request.contentStreamProvider().ifPresent(builder::contentStreamProvider);
        request.metricCollector().ifPresent(builder::metricCollector);
        return builder.build();
    }

    private final class Prepared implements ExecutableHttpRequest {
        private final ExecutableHttpRequest request;

        Prepared(ExecutableHttpRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                return request.call();
            } catch (RuntimeException e) {
                if (end.asInProduction(e) instanceof IOException refused) {
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

    private final class Refused implements ExecutableHttpRequest {
        @Override
        public HttpExecuteResponse call() throws IOException {
            throw end.refusedConnection();
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
        // The client is shared with the other fakes of the server, so none of them closes it.
    }
}
