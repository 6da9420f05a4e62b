package io.github.chimefake.junit.jupiter.internal.report;

import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prints the unused set-up of the first invocations of a parameterized or repeated test, and at its end how many others had some. They run
 * the same lines, so that the others would say the same.
 */
public final class InvocationReports implements ContextStore.Closeable {
    private static final int MOST = 3;

    private final String template;
    private final AtomicInteger reported = new AtomicInteger();

    private InvocationReports(String template) {
        this.template = template;
    }

    /** Prints the report of a test that passed. */
    public static void print(ExtensionContext test, String report) {
        test.getParent()
                .filter(parent -> parent.getTestMethod().isPresent())
                .ifPresentOrElse(template -> of(template).printFirst(report), () -> Printout.print(report));
    }

    private static InvocationReports of(ExtensionContext template) {
        return ContextStore.in(template)
                .getOrComputeIfAbsent(
                        InvocationReports.class,
                        key -> new InvocationReports(Printout.name(template)),
                        InvocationReports.class);
    }

    private void printFirst(String report) {
        if (reported.incrementAndGet() <= MOST) {
            Printout.print(report);
        }
    }

    @Override
    public void close() {
        int others = reported.get() - MOST;
        if (others > 0) {
            Printout.print(
                    "Not used by " + template + ": and " + others + " more invocation" + (others == 1 ? "" : "s"));
        }
    }
}
