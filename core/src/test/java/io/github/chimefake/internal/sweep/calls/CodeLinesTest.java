package io.github.chimefake.internal.sweep.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which frames of a stack are shown. */
class CodeLinesTest {
    private static StackTraceElement frame(String type, String file, int line) {
        return new StackTraceElement(type, "run", file, line);
    }

    @Test
    void generatedClassesAreLeftOut() {
        StackTraceElement lambda = frame("com.example.Chat$$Lambda$437/0x00007f2c58231b90", null, -1);

        assertThat(CodeLines.of(new StackTraceElement[] {
                    frame("java.lang.Object", "Object.java", 1), lambda, frame("com.example.Chat", "Chat.java", 7)
                }))
                .containsExactly("Chat.run(Chat.java:7)");
        assertThat(CodeLines.of(new StackTraceElement[] {frame("java.lang.Object", "Object.java", 1), lambda}))
                .containsExactly("Object.run(Object.java:1)");
    }
}
