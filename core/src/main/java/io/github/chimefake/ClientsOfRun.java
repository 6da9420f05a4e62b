package io.github.chimefake;

import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.gateway.Generations;
import io.github.chimefake.sdk.AwsSdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The ready clients of the current test, each built when it is first asked for. */
final class ClientsOfRun {
    private final ReadyClients ready;
    private final Generations generations;
    private final Map<Key, Object> built = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Key(long test, Class<?> type, ChimeCaller caller, Retries retries) {}

    ClientsOfRun(ReadyClients ready, Generations generations) {
        this.ready = ready;
        this.generations = generations;
    }

    /**
     * The client of this type, caller and way to retry.
     *
     * @param builder makes a builder of such a client, in case there is none yet
     */
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C sync(
            Class<C> type, Supplier<B> builder, ChimeCaller caller, Retries retries) {
        return get(type, caller, retries, () -> ready.sync(builder.get(), caller, retries, interceptors()));
    }

    /** The asynchronous twin of {@link #sync}. */
    <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> C async(
            Class<C> type, Supplier<B> builder, ChimeCaller caller, Retries retries) {
        return get(type, caller, retries, () -> ready.async(builder.get(), caller, retries, interceptors()));
    }

    ChimeSdkMessagingClient speakingAs(ChimeUser user, ChimeCaller caller) {
        requireOpen();
        return explained(() -> ready.sync(
                ChimeSdkMessagingClient.builder(),
                caller,
                Retries.WITHOUT_BACKOFF,
                interceptors(new BearerInterceptor(user))));
    }

    private static <T> T explained(Supplier<T> build) {
        try {
            return build.get();
        } catch (LinkageError unfit) { // Modules of several versions are on the class path.
            throw AwsSdk.explain(unfit);
        }
    }

    private List<ExecutionInterceptor> interceptors(ExecutionInterceptor... more) {
        List<ExecutionInterceptor> interceptors = new ArrayList<>();
        interceptors.add(new OriginInterceptor(generations));
        interceptors.addAll(List.of(more));
        return interceptors;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "The fake at " + ready.endpoint() + " is closed. Take clients while it runs");
        }
    }

    /** Builds without a lock, as the SDK loads interceptors of the user meanwhile. Of two that are built at once, one is kept. */
    private <T> T get(Class<T> type, ChimeCaller caller, Retries retries, Supplier<T> build) {
        requireOpen();
        Key key = new Key(generations.current().test(), type, caller, retries);
        Object known = built.get(key);
        return type.cast(known != null ? known : kept(key, explained(build)));
    }

    private Object kept(Key key, Object client) {
        Object earlier = built.putIfAbsent(key, client);
        return earlier != null ? earlier : client;
    }

    /** Forgets the clients of tests that are over. Whoever still holds one may keep it; its calls are refused. */
    void startTest() {
        built.clear();
    }

    void close() {
        closed = true;
        ready.close();
    }
}
