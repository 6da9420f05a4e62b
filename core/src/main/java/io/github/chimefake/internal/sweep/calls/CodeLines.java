package io.github.chimefake.internal.sweep.calls;

import java.util.List;
import java.util.stream.Stream;

/** Finds the frames of the code under test on the stack of the current thread. */
final class CodeLines {
    private static final int FRAMES = 3;
    private static final StackWalker WALKER = StackWalker.getInstance();

    /** What stands between the code under test and the network, or runs the test. */
    private static final List<String> OTHERS = List.of(
            "software.amazon.awssdk.",
            "java.",
            "jdk.",
            "sun.",
            "javax.",
            "kotlin.",
            "kotlinx.",
            "org.junit.",
            "org.assertj.",
            "org.springframework.",
            "reactor.",
            "io.github.chimefake.internal.",
            "io.github.chimefake.sweep.",
            "io.github.chimefake.junit.jupiter.internal.");

    private CodeLines() {}

    /** Returns the innermost frames, at most three. */
    static List<String> current() {
        return WALKER.walk(frames -> codeFrames(frames).limit(FRAMES).toList());
    }

    private static Stream<String> codeFrames(Stream<StackWalker.StackFrame> frames) {
        return frames.filter(frame -> OTHERS.stream().noneMatch(frame.getClassName()::startsWith))
                .map(CodeLines::describe);
    }

    private static String describe(StackWalker.StackFrame frame) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return type + "." + method(frame.getMethodName()) + "(" + frame.getFileName() + ":" + frame.getLineNumber()
                + ")";
    }

    /** The number in the name of a lambda's method changes with other lambdas of the class. */
    private static String method(String name) {
        return name.startsWith("lambda$") ? name.split("\\$", 3)[1] : name;
    }
}
