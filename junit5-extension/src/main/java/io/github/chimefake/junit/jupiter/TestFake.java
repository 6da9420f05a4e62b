package io.github.chimefake.junit.jupiter;

import io.github.chimefake.ChimeMessagingServer;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The fake of one test: its journal is kept for the report of a failure before it is given back. */
record TestFake(ExtensionContext context, FakeLease lease) implements CloseableResource, AutoCloseable {
    /** The test begins: its calls are told from those of others, and the rules that stand on it hold. */
    void start(DeclaredRules rules) {
        lease.fake().nameTest(Printout.name(context));
        rules.applyTo(lease.server());
    }

    /** Returns the fake of the test that this context belongs to, once it has one. */
    static Optional<TestFake> of(ExtensionContext context) {
        return Optional.ofNullable(Fakes.store(context).get(TestFake.class, TestFake.class));
    }

    ChimeMessagingServer server() {
        return lease.server();
    }

    @Override
    public void close() {
        FailureReports.in(context).testEnds(context, lease.server());
        lease.close();
    }
}
