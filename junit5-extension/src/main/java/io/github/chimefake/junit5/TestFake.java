package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The fake of one test: its journal is printed if the test failed, before it is given back. */
record TestFake(ExtensionContext context, FakeLease lease) implements CloseableResource, AutoCloseable {
    /** The test begins: its calls are told from those of others, and the rules that stand on it hold. */
    void start(DeclaredRules rules) {
        lease.fake().nameTest(Printout.name(context));
        rules.applyTo(lease.server());
    }

    ChimeMessagingServer server() {
        return lease.server();
    }

    @Override
    public void close() {
        Printout.journalIfFailed(context, lease.server());
        lease.close();
    }
}
