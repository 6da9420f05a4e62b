package io.github.chimefake.benchmarks.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * In one JVM, by turns: the suite over the fake, the same suite over stubs written by hand, and both once more with tests that make no
 * calls, each from before JUnit discovers it to the end of its last class. Arguments: rounds that only warm up, rounds, and test classes.
 */
public final class Suites {
    public static final String FAKE = "fake";
    public static final String WIREMOCK = "wiremock";

    /** Follows the name, for the same tests without their calls. */
    public static final String WITHOUT_CALLS = " without calls";

    /** Follows the name, for the processor time of all threads. */
    public static final String PROCESSOR = " processor";

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Suites() {}

    /** Returns how many tests so many classes have. */
    public static int tests(int classes) {
        return classes * TwentyCalls.TESTS_OF_A_CLASS;
    }

    public static void main(String[] arguments) {
        int warmUp = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        int classes = Integer.parseInt(arguments[2]);
        List<Suite> suites = new ArrayList<>(List.of(
                Suite.of(FAKE, FakeSuite.class, classes, true),
                Suite.of(WIREMOCK, WireMockSuite.class, classes, true),
                Suite.of(FAKE + WITHOUT_CALLS, FakeSuite.class, classes, false),
                Suite.of(WIREMOCK + WITHOUT_CALLS, WireMockSuite.class, classes, false)));
        for (int i = 0; i < warmUp + rounds; i++) {
            for (Suite suite : suites) {
                long processor = PROCESS.getProcessCpuTime();
                double millis = suite.run();
                double processorMillis = (PROCESS.getProcessCpuTime() - processor) / 1e6;
                System.gc(); // So that none pays for what the one before has left.
                if (i >= warmUp) {
                    System.out.println(suite.name + "=" + millis);
                    System.out.println(suite.name + PROCESSOR + "=" + processorMillis);
                }
            }
            Collections.rotate(suites, 1);
        }
    }

    private record Suite(String name, List<Class<?>> classes, boolean calls) {
        static Suite of(String name, Class<?> suite, int classes, boolean calls) {
            List<Class<?>> tests = Arrays.stream(suite.getDeclaredClasses())
                    .filter(each -> each.getSimpleName().matches("T\\d+"))
                    .sorted(Comparator.comparing(Class::getSimpleName))
                    .limit(classes)
                    .<Class<?>>map(each -> each)
                    .toList();
            return new Suite(name, tests, calls);
        }

        /** Runs all tests and returns how long that took, in milliseconds. */
        double run() {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(classes.stream().map(each -> selectClass(each)).toList())
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            System.setProperty(TwentyCalls.PROPERTY, Boolean.toString(calls));
            long before = System.nanoTime();
            LauncherFactory.create().execute(request, listener);
            long after = System.nanoTime();
            long succeeded = listener.getSummary().getTestsSucceededCount();
            if (succeeded != tests(classes.size())) {
                throw new IllegalStateException("Only " + succeeded + " tests of the suite " + name + " succeeded: "
                        + listener.getSummary().getFailures());
            }
            return (after - before) / 1e6;
        }
    }
}
