package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.TestIsolation;
import io.github.chimefake.UnusedSetup;
import io.github.chimefake.spring.boot.UnusedSetupTreatment;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds set-up that tests did not use: that of a test at its end, and what several tests share at the end of the class. That of the
 * application belongs to no class, so it is not judged. Not thread-safe.
 */
final class SetupChecks {
    private final TestIsolation fake;
    private final Map<Class<?>, ClassSetup> classes = new HashMap<>();
    private final Set<UnusedSetup> ofApplication = new HashSet<>();

    SetupChecks(TestIsolation fake) {
        this.fake = fake;
    }

    /** Notes that all set-up so far is that of the application. */
    void contextReady() {
        ofApplication.addAll(unused());
    }

    void classBegins(Class<?> testClass) {
        Class<?> home = TestMethods.home(testClass);
        classes.computeIfAbsent(home, ClassSetup::new).begin(testClass, testClass == home ? Set.of() : unused());
    }

    /** Notes that all classes that have begun run at the same time as others. */
    void overlap() {
        classes.values().forEach(ClassSetup::overlap);
    }

    void methodBegins(Class<?> testClass, UnusedSetupTreatment ofHome) {
        ofClass(testClass).treatAs(ofHome);
    }

    /** Returns what a test did not use, to be reported with its outcome; and keeps what other tests may use. */
    UnusedSetupReport testEnds(RunningTest test, Method method, TestOutcome outcome) {
        ClassSetup shared = ofClass(test.type());
        Set<UnusedSetup> unused = new LinkedHashSet<>(fake.unusedSetup());
        Set<UnusedSetup> before = test.setupBeforeMethod();
        List<UnusedSetup> reported = switch (outcome) {
            case PASSED ->
                unused.stream().filter(setup -> !before.contains(setup)).toList();
            case FAILED ->
                unused.stream()
                        .filter(setup -> !before.contains(setup) || !shared.isUsedInAnyTest(setup))
                        .toList();
            case ABORTED -> List.of();
        };
        boolean passed = outcome == TestOutcome.PASSED && !TestMethods.isFactory(method);
        shared.add(TestMethods.key(test.type(), method), passed, before, unused);
        return new UnusedSetupReport(test.name(), reported);
    }

    /**
     * Treats the unused set-up of a test that passed.
     *
     * @return the failure of the test because of it
     */
    Optional<AssertionError> treat(RunningTest test, Method method, UnusedSetupReport unused) {
        UnusedSetupTreatment treatment = TestMethods.isFactory(method) && test.treatment() == UnusedSetupTreatment.FAIL
                ? UnusedSetupTreatment.REPORT // A dynamic test may have failed, of which Spring does not know.
                : test.treatment();
        return treat(treatment, unused, ofClass(test.type()));
    }

    /**
     * Ends a class while its baseline is that of the fake.
     *
     * @return the failure of the class because of its unused set-up
     */
    Optional<AssertionError> classEnds(Class<?> testClass) {
        ClassSetup shared = ofClass(testClass);
        Collection<UnusedSetup> ofBaseline = new LinkedHashSet<>(fake.unusedBaseline());
        ofBaseline.removeAll(ofApplication);
        shared.end(testClass, ofBaseline);
        if (testClass != TestMethods.home(testClass)) {
            return Optional.empty();
        }
        classes.remove(testClass);
        return treat(shared.treatment(), shared.report(), shared);
    }

    private static Optional<AssertionError> treat(
            UnusedSetupTreatment treatment, UnusedSetupReport unused, ClassSetup shared) {
        if (unused.isEmpty() || treatment == UnusedSetupTreatment.IGNORE) {
            return Optional.empty();
        }
        if (treatment == UnusedSetupTreatment.FAIL) {
            return Optional.of(unused.failure());
        }
        if (shared.isNew(unused.toString())) {
            Printout.print(unused.toString());
        }
        return Optional.empty();
    }

    private ClassSetup ofClass(Class<?> testClass) {
        return classes.computeIfAbsent(TestMethods.home(testClass), ClassSetup::new);
    }

    private Set<UnusedSetup> unused() {
        Set<UnusedSetup> unused = new HashSet<>(fake.unusedBaseline());
        unused.addAll(fake.unusedSetup());
        return unused;
    }
}
