package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.spring.boot.UnusedSetupTreatment;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/**
 * The fake of an application context, and the tests that use it. The tests of several classes use it one after the other; each starts
 * from the baseline of its class. While tests run at the same time, nothing is reset, as it belongs to all of them.
 *
 * <p>A test belongs to the thread that constructs its instance and runs it.
 */
final class ContextFake {
    /** The name of this bean. */
    static final String BEAN = "chimeMessagingFakeOfContext";
    /** The name of the bean that tests and the application use. */
    static final String SERVER_BEAN = "chimeMessagingFake";

    private static final String BELONGS_TO_CONTEXT =
            "this fake belongs to a Spring application context, which other tests may share, and is closed with it. To end it after"
                    + " a test, put @DirtiesContext on that test; to see what the application does when it cannot reach"
                    + " the service, use chime.offline() and chime.online()";

    private final FakeDeclaration declaration;
    private final ChimeMessagingServer server;
    private final TestIsolation isolation;
    private final Runnable close;
    private final TestClasses classes;
    private final SetupChecks setups;
    private final Map<Thread, RunningTest> tests = new LinkedHashMap<>();
    /** Whether a test class got the context, so that its start has not failed. */
    private boolean loaded;

    private Optional<String> unusedSetup = Optional.empty();
    private boolean overlap;
    private boolean warned;
    private boolean closed;

    ContextFake(FakeDeclaration declaration, ChimeMessagingServer server) {
        this.declaration = declaration;
        this.server = server;
        this.isolation = TestIsolation.of(server);
        this.close = isolation.preventClose(BELONGS_TO_CONTEXT);
        this.classes = new TestClasses(server);
        this.setups = new SetupChecks(isolation);
        isolation.keepClients();
    }

    /** Returns the fake of a context, or of the context above it. */
    static Optional<ContextFake> in(ApplicationContext context) {
        return context.containsBean(BEAN) ? Optional.of(context.getBean(BEAN, ContextFake.class)) : Optional.empty();
    }

    FakeDeclaration declaration() {
        return declaration;
    }

    ChimeMessagingServer server() {
        return server;
    }

    /**
     * Makes the state a baseline: that of the context before any test used it. In a hierarchy, a lower context may start when tests of
     * another one have ended.
     */
    synchronized void contextReady() {
        if (classes.isNoneOpen()) {
            classes.markContext();
            setups.contextReady();
        }
    }

    /** Takes JUnit's configuration parameter for unused set-up, of which Spring does not know. */
    synchronized void configure(Optional<String> unusedSetupOfRun) {
        unusedSetup = unusedSetupOfRun;
    }

    /** Returns JUnit's configuration parameter for unused set-up. */
    synchronized Optional<String> unusedSetup() {
        return unusedSetup;
    }

    /**
     * Begins a test class, before its {@code @BeforeAll} methods, if the context was loaded by then. An instance of the enclosing class
     * that was constructed before is one for all of its tests.
     */
    synchronized void beforeClass(Class<?> testClass) {
        tests.computeIfPresent(
                Thread.currentThread(), (thread, test) -> test.begun().isPresent() ? test : null);
        enter(testClass);
    }

    /** Does nothing if the class has begun. */
    private void enter(Class<?> testClass) {
        loaded = true;
        setups.classBegins(testClass);
        if (!classes.enter(testClass, !overlap)) {
            overlap();
        }
        if (overlap) {
            setups.overlap();
        }
    }

    /**
     * Begins a test, before the constructor of its instance.
     *
     * @param outermost whether no instance of an enclosing class was constructed for it before
     */
    synchronized void beforeConstruction(Class<?> testClass, boolean outermost) {
        if (classes.isNoneOpen()) {
            enter(testClass);
        }
        if (outermost || !tests.containsKey(Thread.currentThread())) {
            tests.remove(Thread.currentThread());
            begin(testClass, "a test of " + testClass.getSimpleName());
        }
    }

    /** Begins a test, unless that was done before its instance was constructed. */
    synchronized void beforeTest(Class<?> testClass, String name) {
        enter(testClass);
        if (!tests.containsKey(Thread.currentThread())) {
            begin(testClass, name);
        }
        tests.put(Thread.currentThread(), RunningTest.of(testClass, name));
        isolation.nameTest(overlap ? names(" or ") : name);
    }

    private void begin(Class<?> testClass, String name) {
        boolean others = !tests.isEmpty();
        tests.put(Thread.currentThread(), RunningTest.of(testClass, name));
        if (others) {
            overlap();
        }
        if (!overlap) {
            classes.markInnermost();
            restore();
        }
    }

    /**
     * Begins the method of a test, after what comes before it in each test.
     *
     * @param ofHome the treatment of what the tests of the class share
     */
    synchronized void methodBegins(UnusedSetupTreatment treatment, UnusedSetupTreatment ofHome) {
        tests.computeIfPresent(Thread.currentThread(), (thread, test) -> {
            setups.methodBegins(test.type(), ofHome);
            return test.begin(Set.copyOf(isolation.unusedSetup()), treatment);
        });
    }

    /**
     * Ends a test: a request that begins later belongs to the next one.
     *
     * @return the failure of the test because of set-up that it did not use
     */
    synchronized Optional<AssertionError> afterTest(Class<?> testClass, Method method, TestOutcome outcome) {
        String name = Printout.name(testClass, method);
        RunningTest test = tests.getOrDefault(Thread.currentThread(), RunningTest.of(testClass, name));
        Optional<AssertionError> unused = Optional.empty();
        if (!overlap) {
            unused = report(test, method, outcome);
        } else if (outcome == TestOutcome.FAILED) {
            Printout.failure(name, server, " by the tests that ran at the same time, " + names(", "));
        }
        tests.remove(Thread.currentThread());
        if (server.isRunning()) {
            settle();
        } else {
            Printout.warn(
                    name + " has stopped the server of the fake at " + server.endpoint()
                            + ", which belongs to the Spring application context. The context is closed, and the next test gets another one");
        }
        return unused;
    }

    private Optional<AssertionError> report(RunningTest test, Method method, TestOutcome outcome) {
        UnusedSetupReport unused = setups.testEnds(test, method, outcome);
        if (outcome == TestOutcome.FAILED) {
            Printout.failure(server, unused);
            return Optional.empty();
        }
        Optional<AssertionError> failure = setups.treat(test, method, unused);
        failure.ifPresent(says -> Printout.failure(test.name(), server, ""));
        return failure;
    }

    /**
     * Ends a test class, after its {@code @AfterAll} methods.
     *
     * @return the failure of the class because of set-up that none of its tests used
     */
    synchronized Optional<AssertionError> afterClass(Class<?> testClass) {
        loaded = true;
        tests.values().removeIf(test -> test.type() == testClass); // Instances of it that were made for nested classes.
        Optional<AssertionError> unused = setups.classEnds(testClass);
        classes.leave(testClass);
        if (server.isRunning()) {
            settle();
        }
        classes.leaveImplied();
        return unused;
    }

    /** Resets the fake unless tests run that need its state. */
    private void settle() {
        overlap = overlap && !(tests.isEmpty() && classes.areNestedAndMarked());
        if (!overlap) {
            restore();
        }
    }

    private void restore() {
        Printout.lateCalls(server);
        isolation.startTest(classes.baseline());
    }

    private String names(String delimiter) {
        return tests.values().stream().map(RunningTest::name).collect(Collectors.joining(delimiter));
    }

    private void overlap() {
        overlap = true;
        setups.overlap();
        if (!warned) {
            warned = true;
            Printout.warn("tests that run at the same time share one Spring application context and its fake at "
                    + server.endpoint() + ": " + names(", ") + "; test classes " + classes
                    + ". The fake is not reset while they run, and its rules, faults and journal are those of all of them. Let each"
                    + " test use its own channels and users; or run the classes one after the other, for example with"
                    + " @ResourceLock(\"chime\"); or give them different contexts, for example by"
                    + " @AutoConfigureChimeMessagingFake(seed = 2)");
        }
    }

    /** Closes the fake, with its context. Does nothing if that was done before. */
    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!loaded && Printout.wasAsked(server)) {
            Printout.failure("the start of the application context", server, "");
        }
        Printout.lateCalls(server);
        close.run();
    }
}
