package io.github.chimefake;

import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.gateway.TestRuns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The ready clients of the current test run, each built when it is first asked for. */
final class ClientsOfRun {
    private final ReadyClients ready;
    private final TestRuns runs;
    private final Map<Key, Object> built = new HashMap<>();
    private boolean closed;

    private record Key(Class<?> type, ChimeCaller caller, Retries retries) {}

    ClientsOfRun(ReadyClients ready, TestRuns runs) {
        this.ready = ready;
        this.runs = runs;
    }

    ChimeSdkMessagingClient sync(ChimeCaller caller, Retries retries) {
        return get(
                ChimeSdkMessagingClient.class,
                caller,
                retries,
                () -> ready.sync(caller, retries, List.of(new TestRunInterceptor(runs))));
    }

    ChimeSdkMessagingAsyncClient async(ChimeCaller caller, Retries retries) {
        return get(
                ChimeSdkMessagingAsyncClient.class,
                caller,
                retries,
                () -> ready.async(caller, retries, List.of(new TestRunInterceptor(runs))));
    }

    ChimeSdkMessagingClient speakingAs(ChimeUser user, ChimeCaller caller) {
        requireOpen();
        List<ExecutionInterceptor> interceptors = List.of(new TestRunInterceptor(runs), new BearerInterceptor(user));
        return ready.sync(caller, Retries.WITHOUT_BACKOFF, interceptors);
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "The fake at " + ready.endpoint() + " is closed. Take clients while it runs");
        }
    }

    private synchronized <T> T get(Class<T> type, ChimeCaller caller, Retries retries, Supplier<T> build) {
        requireOpen();
        return type.cast(built.computeIfAbsent(new Key(type, caller, retries), key -> build.get()));
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
