package io.github.chimefake.internal.sweep.calls;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the frames of the code under test on a stack. */
public final class CodeLines {
    private static final int FRAMES = 6;
    private static final StackWalker WALKER = StackWalker.getInstance();

    private static final Pattern GENERATED = Pattern.compile(
            "\\$\\$(Lambda|Enhancer|SpringCGLIB|FastClass|Proxy)|\\$(ByteBuddy|MockitoMock|HibernateProxy|Proxy\\d+)|_ClientProxy|_Subclass");

    /** The class whose frame separates the code from the sweep. Below it, another stack would stand if the code ran on another thread. */
    public static final String START = "io.github.chimefake.internal.sweep.CodeExecution";

    /** A step of asynchronous code runs now on one thread, and now on another one. */
    private static final List<String> STEPS = List.of(
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.ForkJoinTask",
            "java.util.concurrent.ThreadPoolExecutor");

    /** What calls a test method: whatever called that is a build tool, and neither code nor test. */
    private static final List<String> RUNNERS =
            List.of("org.junit.platform.", "org.junit.jupiter.engine.", "org.junit.runners.", "org.testng.");

    private CodeLines() {}

    /** Returns the innermost frames of the current thread, at most six. */
    static List<String> current() {
        List<StackWalker.StackFrame> frames =
                WALKER.walk(all -> all.takeWhile(frame -> !isBelowCode(frame.getClassName()))
                        .filter(frame -> isCode(frame.getClassName()) || isStep(frame.getClassName()))
                        .toList());
        List<StackWalker.StackFrame> ofStep = frames.stream()
                .takeWhile(frame -> !isStep(frame.getClassName()))
                .toList();
        return (ofStep.isEmpty() ? frames : ofStep)
                .stream()
                        .filter(frame -> isCode(frame.getClassName()))
                        .map(StackWalker.StackFrame::toStackTraceElement)
                        .map(CodeLines::describe)
                        .limit(FRAMES)
                        .toList();
    }

    /** Returns the innermost frames of a stack, or those of other code if it has none. */
    public static List<String> of(StackTraceElement[] stack) {
        List<String> lines = lines(stack, CodeLines::isCode);
        return lines.isEmpty() ? lines(stack, type -> !GENERATED.matcher(type).find()) : lines;
    }

    /**
     * Returns whether a stack has code, and was not begun by what runs tests.
     *
     * @param isOwn whether a class, by its name, is code of interest
     */
    public static boolean isOfWorker(StackTraceElement[] stack, Predicate<String> isOwn) {
        boolean hasCode = false;
        for (StackTraceElement frame : stack) {
            if (isBelowCode(frame.getClassName())) {
                return false;
            }
            hasCode = hasCode || (isCode(frame.getClassName()) && isOwn.test(frame.getClassName()));
        }
        return hasCode;
    }

    private static List<String> lines(StackTraceElement[] stack, Predicate<String> wanted) {
        return Arrays.stream(stack)
                .takeWhile(frame -> !isBelowCode(frame.getClassName()))
                .filter(frame -> wanted.test(frame.getClassName()))
                .map(CodeLines::describe)
                .limit(FRAMES)
                .toList();
    }

    private static boolean isBelowCode(String type) {
        return type.equals(START) || RUNNERS.stream().anyMatch(type::startsWith);
    }

    private static boolean isCode(String type) {
        return !ForeignCode.contains(type) && !GENERATED.matcher(type).find();
    }

    private static boolean isStep(String type) {
        return STEPS.stream().anyMatch(type::startsWith);
    }

    private static String describe(StackTraceElement frame) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return type + "." + method(frame.getMethodName()) + "(" + frame.getFileName() + ":" + frame.getLineNumber()
                + ")";
    }

    /** The number in the name of a lambda's method changes with other lambdas of the class. */
    private static String method(String name) {
        if (name.startsWith("lambda$")) {
            return name.split("\\$", 3)[1];
        }
        return name.contains("$lambda$") ? name.substring(0, name.indexOf("$lambda$")) : name;
    }
}
