package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Thread, RunningTest> tests = new LinkedHashMap<>();
    /** Whether a test class got the context, so that its start has not failed. */
    private boolean loaded;

    private boolean overlap;
    private boolean warned;
    private boolean closed;

    /** A test that was begun and has not ended. */
    private record RunningTest(Class<?> type, String name) {}

    ContextFake(FakeDeclaration declaration, ChimeMessagingServer server) {
        this.declaration = declaration;
        this.server = server;
        this.isolation = TestIsolation.of(server);
        this.close = isolation.preventClose(BELONGS_TO_CONTEXT);
        this.classes = new TestClasses(server);
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
        }
    }

    /** Begins a test class, before its {@code @BeforeAll} methods if the context was loaded by then. Does nothing if it has begun. */
    synchronized void enter(Class<?> testClass) {
        loaded = true;
        if (!classes.enter(testClass, !overlap)) {
            overlap();
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
        tests.put(Thread.currentThread(), new RunningTest(testClass, name));
        isolation.nameTest(overlap ? names(" or ") : name);
    }

    private void begin(Class<?> testClass, String name) {
        boolean others = !tests.isEmpty();
        tests.put(Thread.currentThread(), new RunningTest(testClass, name));
        if (others) {
            overlap();
        }
        if (!overlap) {
            classes.markInnermost();
            restore();
        }
    }

    /**
     * Ends a test: a request that begins later belongs to the next one.
     *
     * @return whether the fake can serve other tests; not if the test has stopped its server, which WireMock permits
     */
    synchronized boolean afterTest(String name, boolean failed) {
        if (failed) {
            Printout.failure(name, server, overlap ? " by the tests that ran at the same time, " + names(", ") : "");
        }
        tests.remove(Thread.currentThread());
        boolean running = server.isRunning();
        if (running) {
            settle();
        } else {
            Printout.warn(
                    name + " has stopped the server of the fake at " + server.endpoint()
                            + ", which belongs to the Spring application context. The context is closed, and the next test gets another one");
        }
        return running;
    }

    /** Ends a test class, after its {@code @AfterAll} methods. */
    synchronized void afterClass(Class<?> testClass) {
        loaded = true;
        tests.values().removeIf(test -> test.type() == testClass); // Instances of it that were made for nested classes.
        classes.leave(testClass);
        if (server.isRunning()) {
            settle();
        }
        classes.leaveImplied();
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
