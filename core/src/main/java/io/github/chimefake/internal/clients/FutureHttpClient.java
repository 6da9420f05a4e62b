package io.github.chimefake.internal.clients;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;

/**
 * An HTTP client that is built in the background while the SDK builds the client around it. The first HTTP client of a
 * JVM takes a third of the time that both take together (measured). It is built only if a client is requested.
 */
final class FutureHttpClient implements SdkHttpClient {
    private final CompletableFuture<SdkHttpClient> client;

    FutureHttpClient(SdkHttpService service, Executor background) {
        this.client = CompletableFuture.supplyAsync(() -> DirectHttpClients.sync(service), background);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return client.join().prepareRequest(request);
    }

    @Override
    public void close() {
        // Closes the client as soon as it is built. A client that failed to build must not prevent the server from
        // stopping.
        CompletableFuture<Void> unused = client.thenAccept(SdkHttpClient::close);
    }
}
