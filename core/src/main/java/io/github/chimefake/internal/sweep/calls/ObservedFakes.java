package io.github.chimefake.internal.sweep.calls;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fakes of this JVM that are being swept, by their ports. The SDK creates the interceptor for each client and gives it nothing, so that
 * it can find a run only here. Empty unless a sweep runs.
 */
final class ObservedFakes {
    private static final Map<Integer, CallObserver> OBSERVERS = new ConcurrentHashMap<>();

    private ObservedFakes() {}

    static void add(int port, CallObserver observer) {
        OBSERVERS.put(port, observer);
    }

    static void remove(int port, CallObserver observer) {
        OBSERVERS.remove(port, observer);
    }

    static Map<Integer, CallObserver> all() {
        return Map.copyOf(OBSERVERS);
    }

    static boolean none() {
        return OBSERVERS.isEmpty();
    }

    static Optional<CallObserver> at(int port) {
        return Optional.ofNullable(OBSERVERS.get(port));
    }
}
