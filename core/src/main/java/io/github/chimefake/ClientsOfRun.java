package io.github.chimefake;

import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.gateway.TestRuns;
import io.github.chimefake.sdk.AwsSdk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The ready clients of the current test run, each built when it is first asked for. */
final class ClientsOfRun {
    private final ReadyClients ready;
    private final TestRuns runs;
    private final Map<Key, Object> built = new HashMap<>();
    private volatile boolean closed;

    private record Key(Class<?> type, ChimeCaller caller, Retries retries) {}

    ClientsOfRun(ReadyClients ready, TestRuns runs) {
        this.ready = ready;
        this.runs = runs;
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
        // First: once the HTTP client is closed, nothing behind would say so in words, or with an SDK's exception.
        interceptors.add(new ClosedFakeInterceptor(() -> closed, ready.endpoint()));
        interceptors.add(new TestRunInterceptor(runs));
        interceptors.addAll(List.of(more));
        return interceptors;
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "The fake at " + ready.endpoint() + " is closed. Take clients while it runs");
        }
    }

    private synchronized <T> T get(Class<T> type, ChimeCaller caller, Retries retries, Supplier<T> build) {
        requireOpen();
        return type.cast(built.computeIfAbsent(new Key(type, caller, retries), key -> explained(build)));
    }

    /** Forgets the clients of the run that is over. Whoever still holds one may keep it; its calls are refused. */
    synchronized void startRun() {
        built.clear();
    }

    synchronized void close() {
        closed = true;
        ready.close();
    }
}
