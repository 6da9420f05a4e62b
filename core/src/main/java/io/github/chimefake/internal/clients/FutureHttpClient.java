package io.github.chimefake.internal.clients;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;

/**
 * An HTTP client that is built in the background, while the SDK's client around it is: the first of a JVM takes a third of what
 * both take together (measured). Whoever takes no client pays nothing.
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
        // Closed as soon as it is built; one that could not be built must not keep the server from being stopped.
        CompletableFuture<Void> unused = client.thenAccept(SdkHttpClient::close);
    }
}
