package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.UnusedSetup;
import io.github.chimefake.spring.boot.UnusedSetupTreatment;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The set-up that the tests of a class and of its nested classes share: that of {@code @BeforeAll} methods, and what constructors and
 * {@code @BeforeEach} methods set up again for each test. It is judged at the end of the class, because any test may use it. Not
 * thread-safe.
 */
final class ClassSetup {
    private final Class<?> home;
    private final Map<Class<?>, Set<UnusedSetup>> ofOthers = new HashMap<>();
    private final Set<UnusedSetup> unusedOfBaseline = new LinkedHashSet<>();
    private final Map<String, UnusedSetup> unusedBySource = new LinkedHashMap<>();
    private final Set<String> usedSources = new HashSet<>();
    private final Set<String> tests = new HashSet<>();
    private final Set<String> printed = new HashSet<>();
    private UnusedSetupTreatment treatment = UnusedSetupTreatment.IGNORE;
    private boolean allPassed = true;
    private boolean overlapped;

    ClassSetup(Class<?> home) {
        this.home = home;
    }

    /** Begins this class or one nested in it. The set-up that was not used by then is not judged with it. */
    void begin(Class<?> testClass, Set<UnusedSetup> unused) {
        ofOthers.putIfAbsent(testClass, unused);
    }

    void treatAs(UnusedSetupTreatment declared) {
        treatment = declared;
    }

    /** Notes that tests of other classes ran at the same time, so that it is not known what used the set-up. */
    void overlap() {
        overlapped = true;
    }

    /** Adds a test that ends, and what was set up before its method. */
    void add(String test, boolean passed, Set<UnusedSetup> beforeMethod, Set<UnusedSetup> unused) {
        tests.add(test);
        allPassed = allPassed && passed;
        for (UnusedSetup setup : beforeMethod) {
            if (unused.contains(setup)) {
                unusedBySource.putIfAbsent(setup.source(), setup);
            } else {
                usedSources.add(setup.source());
            }
        }
    }

    /** Returns whether a test has used what this line sets up for each test. */
    boolean isUsedInAnyTest(UnusedSetup setup) {
        return usedSources.contains(setup.source());
    }

    /** Ends this class or one nested in it. */
    void end(Class<?> testClass, Collection<UnusedSetup> unused) {
        Set<UnusedSetup> others = ofOthers.getOrDefault(testClass, Set.of());
        unused.stream().filter(setup -> !others.contains(setup)).forEach(unusedOfBaseline::add);
    }

    /** Returns the set-up that no test used; none if that is not known, because not all of the tests ran. */
    UnusedSetupReport report() {
        Stream<UnusedSetup> beforeTests =
                unusedBySource.values().stream().filter(setup -> !usedSources.contains(setup.source()));
        List<UnusedSetup> unused =
                Stream.concat(unusedOfBaseline.stream(), beforeTests).toList();
        boolean judged = !unused.isEmpty() && ranCompletely();
        return new UnusedSetupReport(Printout.name(home), judged ? unused : List.of());
    }

    private boolean ranCompletely() {
        List<String> all = TestMethods.keysOf(home).toList();
        return !overlapped && !all.isEmpty() && tests.containsAll(all);
    }

    /** Returns the treatment of the set-up of the class. A test that did not pass may not have come to what would have used it. */
    UnusedSetupTreatment treatment() {
        return treatment == UnusedSetupTreatment.FAIL && !allPassed ? UnusedSetupTreatment.REPORT : treatment;
    }

    /** Returns whether the text was not printed before, as for other arguments of a parameterized test. */
    boolean isNew(String text) {
        return printed.add(text);
    }
}
