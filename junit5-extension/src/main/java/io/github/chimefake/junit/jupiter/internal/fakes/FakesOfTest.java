package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives other packages the fake that a test runs against. */
public final class FakesOfTest {
    private FakesOfTest() {}

    /**
     * Returns the fake of a test; empty if it has none of this name.
     *
     * @param name empty for the fake without a name, or the only one
     */
    public static Optional<ChimeMessagingServer> server(ExtensionContext test, String name) {
        return VisibleFakes.in(test).find(name).flatMap(Fakes::ofTest).map(TestFake::server);
    }

    /** Returns whether a fake that applies in a context starts with what other tests have left. */
    public static boolean keepState(ExtensionContext context) {
        return VisibleFakes.in(context).all().stream().map(Fakes::declaration).anyMatch(FakeDeclaration::continues);
    }

    /** Excuses a test that need not come to all that is set up for it, because a failure is injected. */
    public static void mayLeaveSetupUnused(ExtensionContext test) {
        VisibleFakes.in(test).all().stream()
                .flatMap(fakes -> fakes.ofTest().stream())
                .forEach(fake -> fake.setup().didNotPass());
    }
}
