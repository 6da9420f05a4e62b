package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.UnusedSetup;
import io.github.chimefake.junit.jupiter.UnusedSetupMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The set-up of one test: what its method and the annotations of the method set up, and what its constructor and {@code @BeforeEach}
 * set up before, for other tests of the class, too.
 */
final class TestSetup {
    private final TestIsolation fake;
    private final Optional<ClassSetup> ofClass;
    private final boolean sharesBaseline;
    private final boolean continues;
    private Set<UnusedSetup> baseline = Set.of();
    private Set<UnusedSetup> ofAnnotations = Set.of();
    private Set<UnusedSetup> beforeMethod = Set.of();
    private volatile boolean dynamicTestFailed;
    private volatile boolean didNotPass;

    private TestSetup(
            ChimeMessagingServer server, Optional<ClassSetup> ofClass, boolean sharesBaseline, boolean continues) {
        this.fake = TestIsolation.of(server);
        this.ofClass = ofClass;
        this.sharesBaseline = sharesBaseline;
        this.continues = continues;
    }

    /** Returns the set-up of a test, whose fake is at its baseline, apart from what the constructor has set up. */
    static TestSetup of(FakeDeclaration declaration, ChimeMessagingServer server) {
        boolean sharesBaseline =
                declaration.owner().getUniqueId().equals(declaration.home().getUniqueId());
        return new TestSetup(server, Optional.of(ClassSetup.of(declaration)), sharesBaseline, declaration.continues());
    }

    /** Returns the set-up of a test that does not run, because its constructor failed or it is skipped. */
    static TestSetup ofConstructor(ChimeMessagingServer server) {
        return new TestSetup(server, Optional.empty(), true, false);
    }

    /** Runs what sets up the fake for the annotations of the method. */
    void start(Runnable annotations) {
        baseline = Set.copyOf(fake.unusedBaseline());
        Set<UnusedSetup> ofConstructor = Set.copyOf(fake.unusedSetup());
        annotations.run();
        ofAnnotations = without(fake.unusedSetup(), ofConstructor);
    }

    /** Notes that the test method begins. */
    void methodBegins() {
        beforeMethod = without(fake.unusedSetup(), ofAnnotations);
    }

    /** Notes that a dynamic test failed, which shares the set-up of its factory. */
    void dynamicTestFailed() {
        dynamicTestFailed = true;
        didNotPass();
    }

    /** Notes that the test, or a dynamic test of it, failed or was aborted, so that it may not have come to what was set up for it. */
    void didNotPass() {
        didNotPass = true;
    }

    boolean hasFailedDynamicTest() {
        return dynamicTestFailed;
    }

    /** Returns whether unused set-up fails the test, which has passed so far. */
    boolean mustBeUsed() {
        return mode() == UnusedSetupMode.FAIL && !didNotPass;
    }

    UnusedSetupMode mode() {
        return ofClass.map(ClassSetup::mode).orElse(UnusedSetupMode.IGNORE);
    }

    /** Returns what the test itself has set up and not used; none if later tests may use it. */
    List<UnusedSetup> unused() {
        return continues ? List.of() : List.copyOf(without(fake.unusedSetup(), beforeMethod));
    }

    /** Returns what was set up for the test and not used, for the report of its failure; not what an earlier test has used. */
    List<UnusedSetup> unusedInFailedTest() {
        return fake.unusedSetup().stream()
                .filter(setup -> !beforeMethod.contains(setup)
                        || ofClass.filter(all -> all.isUsedInAnyTest(setup)).isEmpty())
                .toList();
    }

    /** Adds what other tests may use to the set-up of the class. */
    void end() {
        ofClass.ifPresent(all -> {
            if (didNotPass) {
                all.notAllPassed();
            }
            Set<UnusedSetup> unused = new LinkedHashSet<>(fake.unusedSetup());
            unused.retainAll(beforeMethod);
            all.addBeforeTest(beforeMethod, unused);
            if (!sharesBaseline) {
                all.addBaselineOfTest(baseline, new LinkedHashSet<>(fake.unusedBaseline()));
            }
        });
    }

    private static Set<UnusedSetup> without(List<UnusedSetup> setups, Set<UnusedSetup> others) {
        Set<UnusedSetup> rest = new LinkedHashSet<>(setups);
        rest.removeAll(others);
        return rest;
    }
}
