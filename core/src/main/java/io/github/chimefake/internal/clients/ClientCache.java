package io.github.chimefake.internal.clients;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.sdk.AwsSdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The clients of the current test, each built when it is first requested. */
public final class ClientCache {
    private final SdkClientFactory factory;
    private final Generations generations;
    private final Map<Key, Object> cache = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Key(long test, Class<?> type, CallerAndBearer identity, Retries retries, Object connection) {}

    /** The connection of all clients but those of actors. */
    private static final String HTTP = "http";

    /** Creates a cache without clients. */
    public ClientCache(SdkClientFactory factory, Generations generations) {
        this.factory = factory;
        this.generations = generations;
    }

    /**
     * Returns the client of this type, caller, bearer and retry behavior.
     *
     * @param builder creates a builder for the client if it is not in the cache
     */
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C sync(
            Class<C> type, Supplier<B> builder, CallerAndBearer identity, Retries retries) {
        return get(
                type,
                identity,
                retries,
                () -> factory.sync(builder.get(), identity.caller(), retries, interceptors(identity)));
    }

    /**
     * Returns a client of messaging that makes one attempt for each call, and hands its requests to this HTTP client.
     *
     * @param test the test that its calls belong to; see {@link Generations#ofCall}
     * @throws IllegalStateException if the fake is closed
     */
    public ChimeSdkMessagingClient over(SdkHttpClient http, long test, Caller caller, ChimeUser bearer) {
        requireOpen();
        CallerAndBearer identity = new CallerAndBearer(caller, Optional.of(bearer));
        Key key = new Key(test, ChimeSdkMessagingClient.class, identity, Retries.NONE, http);
        Object known = cache.get(key);
        return (ChimeSdkMessagingClient)
                (known != null
                        ? known
                        : putIfAbsent(
                                key,
                                buildOrExplain(() -> factory.sync(
                                        ChimeSdkMessagingClient.builder(),
                                        caller,
                                        Retries.NONE,
                                        interceptors(identity, test),
                                        http))));
    }

    /** The asynchronous variant of {@link #sync}. */
    <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> C async(
            Class<C> type, Supplier<B> builder, CallerAndBearer identity, Retries retries) {
        return get(
                type,
                identity,
                retries,
                () -> factory.async(builder.get(), identity.caller(), retries, interceptors(identity)));
    }

    /** Configures a user's builder so that its client calls the fake. */
    <B extends AwsClientBuilder<B, ?>> B configure(B builder, CallerAndBearer identity) {
        return factory.connect(builder, identity.caller(), interceptors(identity));
    }

    private static <T> T buildOrExplain(Supplier<T> build) {
        try {
            return build.get();
        } catch (LinkageError unfit) { // The class path has modules of different versions.
            throw AwsSdk.explain(unfit);
        }
    }

    private List<ExecutionInterceptor> interceptors(CallerAndBearer identity) {
        return interceptors(identity, generations.current().test());
    }

    private List<ExecutionInterceptor> interceptors(CallerAndBearer identity, long test) {
        List<ExecutionInterceptor> interceptors = new ArrayList<>();
        interceptors.add(new OriginInterceptor(generations, test));
        identity.bearer().map(BearerInterceptor::new).ifPresent(interceptors::add);
        return interceptors;
    }

    /**
     * Checks that the cache is open.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "The fake at " + factory.endpoint() + " is closed. Obtain clients before it is closed");
        }
    }

    /** Builds without a lock, because the SDK loads user interceptors meanwhile. Of two clients built at once, one is kept. */
    private <T> T get(Class<T> type, CallerAndBearer identity, Retries retries, Supplier<T> build) {
        requireOpen();
        Key key = new Key(generations.current().test(), type, identity, retries, HTTP);
        Object known = cache.get(key);
        return type.cast(known != null ? known : putIfAbsent(key, buildOrExplain(build)));
    }

    private Object putIfAbsent(Key key, Object client) {
        Object earlier = cache.putIfAbsent(key, client);
        return earlier != null ? earlier : client;
    }

    /** Clears the cache when a test starts. A test may keep a client of an earlier test, but its requests fail. */
    public void startTest() {
        cache.clear();
    }

    /** Closes the cache: no more clients are returned, and requests of the clients returned earlier fail. */
    public void close() {
        closed = true;
        factory.close();
    }
}
