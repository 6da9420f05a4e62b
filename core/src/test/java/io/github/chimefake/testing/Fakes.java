package io.github.chimefake.testing;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeMessagingServerBuilder;
import io.github.chimefake.ServerPool;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the fakes of one test and closes them after it, the last one first. Then it looks for internal details in
 * the texts of their journals.
 *
 * <pre>{@code
 * @RegisterExtension
 * private final Fakes fakes = new Fakes();
 *
 * private final ChimeMessagingServer chime = fakes.start();
 * }</pre>
 */
public final class Fakes implements AfterEachCallback {
    /** Closed with the JVM. To start a server takes longer than most tests. */
    private static final ServerPool POOL = ServerPool.create();

    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

    /** Returns a builder of a fake on a server that a fake of an earlier test may have had. */
    public static ChimeMessagingServerBuilder builder() {
        return ChimeMessagingServer.builder().serverPool(POOL);
    }

    /** Starts a fake with default settings, on such a server. */
    public ChimeMessagingServer start() {
        return start(builder());
    }

    /** Starts a fake with default settings, on a server that only it has: for tests about servers and broken connections. */
    public ChimeMessagingServer startOnOwnServer() {
        return start(ChimeMessagingServer.builder());
    }

    /** Starts a fake with the settings of the builder. */
    public ChimeMessagingServer start(ChimeMessagingServerBuilder builder) {
        return closeAfterTest(builder.start());
    }

    /** Starts a fake that begins with the baseline of the given one. */
    public ChimeMessagingServer startCopy(ChimeMessagingServer original) {
        return closeAfterTest(original.snapshots().startCopy());
    }

    /** Closes a resource that was not started here after the test, and returns it. */
    public <T extends AutoCloseable> T closeAfterTest(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        List<ChimeMessagingServer> servers = open.stream()
                .filter(ChimeMessagingServer.class::isInstance)
                .map(ChimeMessagingServer.class::cast)
                .toList();
        while (!open.isEmpty()) {
            open.pop().close();
        }
        servers.forEach(PlainText::requireIn);
    }
}
