package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.parameters.ParameterClaims;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.RunningNodes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The fake of one test: its journal is kept for the report of a failure before it is given back. */
record TestFake(ExtensionContext context, FakeLease lease, TestSetup setup) implements ContextStore.Closeable {
    /** Returns the fake of a constructor, whose test does not run. */
    static TestFake ofConstructor(ExtensionContext context, FakeLease lease) {
        return new TestFake(context, lease, TestSetup.ofConstructor(lease.server()));
    }

    /** Returns the fake with a name of the test that this context belongs to, once it has one. */
    static Optional<TestFake> of(ExtensionContext context, String fake) {
        return Optional.ofNullable(ContextStore.in(context).get(key(fake), TestFake.class));
    }

    private static String key(String fake) {
        return "fake of test " + fake;
    }

    /** Begins the test: its calls are distinguished from those of other tests, and its rules are registered. */
    void start(DeclaredRules rules) {
        ContextStore.in(context).put(key(lease.fakeName()), this);
        lease.fake().nameTest(Printout.name(context));
        RunningNodes.reportBy(context, lease.fakeName(), this::report); // For dynamic tests.
        setup.start(() -> rules.applyTo(lease.server()));
    }

    /** Returns the requests so far, for the report of a dynamic test that failed. */
    List<String> report() {
        setup.dynamicTestFailed();
        return List.of(Printout.asked(lease.fakeName(), lease.server(), "").get());
    }

    ChimeMessagingServer server() {
        return lease.server();
    }

    @Override
    public void close() {
        FailureReports.in(context).testEnds(context, lease, setup);
        if (context.getExecutionException().isPresent()) { // No test watcher is informed of a factory.
            setup.didNotPass();
        }
        setup.end();
        ParameterClaims.advise(context);
        lease.close();
    }
}
