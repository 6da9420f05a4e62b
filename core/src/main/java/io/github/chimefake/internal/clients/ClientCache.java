package io.github.chimefake.internal.clients;

import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.sdk.AwsSdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The ready clients of the current test, each built when it is first asked for. */
public final class ClientCache {
    private final ReadyClients ready;
    private final Generations generations;
    private final Map<Key, Object> built = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Key(long test, Class<?> type, Signature signature, Retries retries) {}

    /** Creates a cache without clients. */
    public ClientCache(ReadyClients ready, Generations generations) {
        this.ready = ready;
        this.generations = generations;
    }

    /**
     * Returns the client of this type, signature and way to retry.
     *
     * @param builder makes a builder of such a client, in case there is none yet
     */
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C sync(
            Class<C> type, Supplier<B> builder, Signature signature, Retries retries) {
        return get(
                type,
                signature,
                retries,
                () -> ready.sync(builder.get(), signature.caller(), retries, interceptors(signature)));
    }

    /** The asynchronous twin of {@link #sync}. */
    <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> C async(
            Class<C> type, Supplier<B> builder, Signature signature, Retries retries) {
        return get(
                type,
                signature,
                retries,
                () -> ready.async(builder.get(), signature.caller(), retries, interceptors(signature)));
    }

    /** Sets on a builder of the user's what a client needs to call the fake. */
    <B extends AwsClientBuilder<B, ?>> B configure(B builder, Signature signature) {
        return ready.tie(builder, signature.caller(), interceptors(signature));
    }

    private static <T> T explained(Supplier<T> build) {
        try {
            return build.get();
        } catch (LinkageError unfit) { // Modules of several versions are on the class path.
            throw AwsSdk.explain(unfit);
        }
    }

    private List<ExecutionInterceptor> interceptors(Signature signature) {
        List<ExecutionInterceptor> interceptors = new ArrayList<>();
        interceptors.add(new OriginInterceptor(generations));
        signature.bearer().map(BearerInterceptor::new).ifPresent(interceptors::add);
        return interceptors;
    }

    /**
     * Checks that clients may still be taken.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "The fake at " + ready.endpoint() + " is closed. Take clients while it runs");
        }
    }

    /** Builds without a lock, as the SDK loads interceptors of the user meanwhile. Of two that are built at once, one is kept. */
    private <T> T get(Class<T> type, Signature signature, Retries retries, Supplier<T> build) {
        requireOpen();
        Key key = new Key(generations.current().test(), type, signature, retries);
        Object known = built.get(key);
        return type.cast(known != null ? known : kept(key, explained(build)));
    }

    private Object kept(Key key, Object client) {
        Object earlier = built.putIfAbsent(key, client);
        return earlier != null ? earlier : client;
    }

    /** Forgets the clients of tests that are over. Whoever still holds one may keep it; its calls are refused. */
    public void startTest() {
        built.clear();
    }

    /** Lets no further client be taken, and the calls of those that were taken fail. */
    public void close() {
        closed = true;
        ready.close();
    }
}
