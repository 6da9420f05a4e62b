package io.github.chimefake.junit.jupiter;

import io.github.chimefake.ServerPool;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The servers that all fakes of a run take turns on, stopped when the run ends.
 *
 * <p>Closeable in both ways, since Jupiter before 5.13 closes nothing in a store that is merely {@code AutoCloseable}.
 */
record SharedEndpoints(ServerPool pool) implements CloseableResource, AutoCloseable {
    /** Those of the run. */
    static ServerPool of(ExtensionContext context) {
        return Fakes.store(context.getRoot())
                .getOrComputeIfAbsent(
                        SharedEndpoints.class, key -> new SharedEndpoints(ServerPool.create()), SharedEndpoints.class)
                .pool();
    }

    @Override
    public void close() {
        pool.close();
    }
}
