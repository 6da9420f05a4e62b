package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.parameters.ParameterClaims;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.RunningNodes;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The fake of one test: its journal is kept for the report of a failure before it is given back. */
record TestFake(ExtensionContext context, FakeLease lease, TestSetup setup) implements ContextStore.Closeable {
    /** Returns the fake of a constructor, whose test does not run. */
    static TestFake ofConstructor(ExtensionContext context, FakeLease lease) {
        return new TestFake(context, lease, TestSetup.ofConstructor(lease.server()));
    }

    /** Begins the test: its calls are distinguished from those of other tests, and its rules are registered. */
    void start(DeclaredRules rules) {
        lease.fake().nameTest(Printout.name(context));
        RunningNodes.reportBy(context, this::report); // For dynamic tests.
        setup.start(() -> rules.applyTo(lease.server()));
    }

    /** Prints the requests so far, under the name of what failed. */
    void report(String name) {
        setup.dynamicTestFailed();
        Printout.print(Printout.failure(name, lease.server()).get());
    }

    /** Returns the fake of the test that this context belongs to, once it has one. */
    static Optional<TestFake> of(ExtensionContext context) {
        return ContextStore.find(context, TestFake.class);
    }

    ChimeMessagingServer server() {
        return lease.server();
    }

    @Override
    public void close() {
        FailureReports.in(context).testEnds(context, lease.server(), setup);
        if (context.getExecutionException().isPresent()) { // No test watcher is informed of a factory.
            setup.didNotPass();
        }
        setup.end();
        ParameterClaims.advise(context);
        lease.close();
    }
}
