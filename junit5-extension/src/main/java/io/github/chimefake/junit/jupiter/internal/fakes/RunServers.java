package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ServerPool;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The servers that all fakes of a run share, stopped when the run ends; and the ports that fields declare. Of the fakes of one field
 * that exist at the same time, only the first has the port.
 */
final class RunServers implements ContextStore.Closeable {
    private final ServerPool pool = ServerPool.create();
    private final Set<Object> withPort = ConcurrentHashMap.newKeySet();

    private RunServers() {}

    /** Returns the servers of the run. */
    static RunServers in(ExtensionContext context) {
        return ContextStore.ofRun(context, RunServers.class, RunServers::new);
    }

    ServerPool pool() {
        return pool;
    }

    /** Returns the port of another fake of this declaration; 0, for a free one, if a fake has the declared one. */
    int takePort(FakeDeclaration declaration) {
        int port = declaration.settings().port();
        return port != 0 && withPort.add(key(declaration)) ? port : 0;
    }

    /** Makes the port available for another fake of this declaration. */
    void giveBackPort(FakeDeclaration declaration) {
        withPort.remove(key(declaration));
    }

    private static Object key(FakeDeclaration declaration) {
        return List.of(declaration.element(), declaration.name());
    }

    @Override
    public void close() {
        pool.close();
    }
}
