package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.UnusedSetup;
import io.github.chimefake.junit.jupiter.UnusedSetupMode;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.report.UnusedSetupError;
import io.github.chimefake.junit.jupiter.internal.report.UnusedSetupReport;
import io.github.chimefake.junit.jupiter.internal.settings.UnusedSetupModes;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The set-up that the tests of one declaration share: the baseline, and what constructors and {@code @BeforeEach} methods set up again
 * for each test. It is judged at the end of the class, because any test may use it.
 */
final class ClassSetup implements ContextStore.Closeable {
    private final ExtensionContext home;
    private final String fake;
    private final UnusedSetupMode mode;
    private final Set<UnusedSetup> unusedOfBaseline = new LinkedHashSet<>();
    private final Set<UnusedSetup> usedOfBaseline = new HashSet<>();
    private final Map<String, UnusedSetup> unusedBySource = new LinkedHashMap<>();
    private final Set<String> usedSources = new HashSet<>();
    private final Set<String> tests = new HashSet<>();
    private boolean allPassed = true;

    private ClassSetup(ExtensionContext home, String fake, UnusedSetupMode mode) {
        this.home = home;
        this.fake = fake;
        this.mode = mode;
    }

    /** Returns that of a declaration. To be created before what adds to it until its own end, because it is closed later then. */
    static ClassSetup of(FakeDeclaration declaration) {
        ExtensionContext home = declaration.home();
        return ContextStore.in(home)
                .getOrComputeIfAbsent(
                        declaration.key("set-up", home),
                        key -> new ClassSetup(
                                home,
                                declaration.name(),
                                UnusedSetupModes.of(declaration.settings().unusedSetup(), home)),
                        ClassSetup.class);
    }

    UnusedSetupMode mode() {
        return mode;
    }

    /** Notes that a test of this class runs. */
    synchronized void runs(ExtensionContext test) {
        tests.add(TestMethods.key(test.getRequiredTestClass(), test.getRequiredTestMethod()));
    }

    /** Notes that a test of this class did not pass, so that it may not have come to what was set up for it. */
    synchronized void didNotPass(ExtensionContext test) {
        runs(test);
        notAllPassed();
    }

    /** Notes that a test that runs did not pass. */
    synchronized void notAllPassed() {
        allPassed = false;
    }

    /** Adds what a container has added to the baseline and no test has used. */
    synchronized void addBaseline(Collection<UnusedSetup> unused) {
        unusedOfBaseline.addAll(unused);
    }

    /** Adds what the baseline of a fake for one test has set up, which other tests have set up in their fakes, too. */
    synchronized void addBaselineOfTest(Set<UnusedSetup> all, Set<UnusedSetup> unused) {
        all.stream().filter(setup -> !unused.contains(setup)).forEach(usedOfBaseline::add);
        unusedOfBaseline.addAll(unused);
    }

    /**
     * Adds what was set up before the method of a test, by lines that set it up for other tests, too. It is not judged for a method with
     * its own fake, because the other tests use it in their fakes.
     */
    synchronized void addBeforeTest(Set<UnusedSetup> all, Set<UnusedSetup> unused) {
        all.stream()
                .filter(setup -> !unused.contains(setup))
                .map(UnusedSetup::source)
                .forEach(usedSources::add);
        if (home.getTestMethod().isEmpty()) {
            unused.forEach(setup -> unusedBySource.putIfAbsent(setup.source(), setup));
        }
    }

    /** Returns whether a test has used what this line sets up for each test. */
    synchronized boolean isUsedInAnyTest(UnusedSetup setup) {
        return usedSources.contains(setup.source());
    }

    private synchronized List<UnusedSetup> unused() {
        Stream<UnusedSetup> ofBaseline = unusedOfBaseline.stream().filter(setup -> !usedOfBaseline.contains(setup));
        Stream<UnusedSetup> beforeTests =
                unusedBySource.values().stream().filter(setup -> !usedSources.contains(setup.source()));
        return Stream.concat(ofBaseline, beforeTests).toList();
    }

    /** A run of single tests says nothing about what the others use. */
    private synchronized boolean ranCompletely() {
        return home.getTestMethod().isPresent()
                || home.getTestClass().stream()
                        .flatMap(type -> TestMethods.keysOf(type, fake))
                        .allMatch(tests::contains);
    }

    @Override
    public void close() {
        UnusedSetupReport report = new UnusedSetupReport(Printout.name(home), fake, unused());
        if (report.isEmpty() || mode == UnusedSetupMode.IGNORE || !ranCompletely()) {
            return;
        }
        if (mode == UnusedSetupMode.FAIL
                && allPassed
                && home.getExecutionException().isEmpty()) {
            throw new UnusedSetupError(List.of(report));
        }
        Printout.print(report.toString());
    }
}
