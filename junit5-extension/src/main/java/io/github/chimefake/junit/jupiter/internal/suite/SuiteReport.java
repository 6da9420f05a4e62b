package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.sweep.SweepReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** The report about a whole suite, for the console. */
final class SuiteReport {
    private static final String LINE = System.lineSeparator();
    private static final String ALARM = "ALARM ";
    private static final int LINES_OF_SUMMARY = 7;

    private SuiteReport() {}

    /** Returns the name of a test, for example {@code com.example.ChatTest.sends, [2] bob}. */
    static String name(TestIdentifier test) {
        return nameOf(test).replaceAll("[\\s\\p{Cntrl}]+", " ").strip(); // A display name may have line breaks.
    }

    /** Returns the name of a test without its invocation, for example {@code com.example.ChatTest.sends}. */
    static String nameOfMethod(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(method -> method.getClassName() + "." + method.getMethodName())
                .orElseGet(() -> name(test));
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .map(source -> {
                    if (source instanceof MethodSource method) {
                        String name = method.getClassName() + "." + method.getMethodName();
                        return test.getDisplayName().startsWith(method.getMethodName() + "(")
                                ? name
                                : name + ", " + test.getDisplayName();
                    }
                    return source instanceof ClassSource type
                            ? type.getClassName() + ", " + test.getDisplayName()
                            : test.getDisplayName();
                })
                .orElse(test.getDisplayName());
    }

    /** Returns at most ten lines: the worst lines of code, and where the rest is. */
    static String summary(SweepReport.OfSuite report, Path file) {
        List<String> alarms = alarms(report);
        Stream<String> worst = alarms.stream().limit(LINES_OF_SUMMARY).map(alarm -> "  " + alarm);
        Stream<String> more = alarms.size() > LINES_OF_SUMMARY
                ? Stream.of("  and " + (alarms.size() - LINES_OF_SUMMARY) + " more")
                : Stream.of();
        return Stream.of(
                        Stream.of(report.summary()),
                        worst,
                        more,
                        Stream.of("The report is in " + file.toAbsolutePath().normalize()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(LINE));
    }

    private static List<String> alarms(SweepReport.OfSuite report) {
        return report.toString()
                .lines()
                .filter(line -> line.startsWith(ALARM))
                .map(line -> line.substring(ALARM.length()))
                .toList();
    }

    /** Returns the failure of the sweep's own test; empty if there are no alarms. */
    static Optional<AssertionError> failure(SweepReport.OfSuite report, Path file) {
        if (alarms(report).isEmpty()) {
            return Optional.empty();
        }
        AssertionError failure = new AssertionError(summary(report, file) + LINE
                + "Fix the code; or declare @BestEffort(…) for calls that it may fail to make, or @NotSwept(…)");
        failure.setStackTrace(new StackTraceElement[0]); // It would only show how the sweep was started.
        return Optional.of(failure);
    }
}
