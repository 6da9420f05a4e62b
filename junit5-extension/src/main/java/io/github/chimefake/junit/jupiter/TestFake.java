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
        if (FailureReports.isFactory(context)) {
            RunningNodes.reportBy(context, this::report);
        }
        rules.applyTo(lease.server());
    }

    /** Prints what was asked so far, under the name of what failed. */
    void report(String name) {
        Printout.print(Printout.failure(name, lease.server()).get());
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
