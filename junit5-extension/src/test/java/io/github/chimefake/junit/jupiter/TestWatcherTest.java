package io.github.chimefake.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.chimefake.ChimeMessagingServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jupiter logs about the extension when it informs it of a result, after the stores of the test were closed. */
class TestWatcherTest {
    private static final class Warnings extends Handler {
        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            messages.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static List<String> warningsOf(Class<?> testClass) {
        Logger logger = Logger.getLogger("org.junit.jupiter");
        Warnings warnings = new Warnings();
        logger.addHandler(warnings);
        try {
            Run.of(testClass);
        } finally {
            logger.removeHandler(warnings);
        }
        return warnings.messages.stream()
                .filter(message -> message.contains("TestWatcher") && message.contains(testClass.getName()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(classes = {MethodCase.class, FailingConstructorCase.class})
    void jupiterCanInformItOfEveryResultOfATestWithItsOwnFake(Class<?> testClass) {
        assertThat(warningsOf(testClass)).isEmpty();
    }

    static class MethodCase {
        @BeforeEach
        void setUp(ChimeMessagingServer chime) {
            assertThat(chime.isRunning()).isTrue();
        }

        @Test
        @Disabled("never runs")
        @ChimeMessagingFake
        void isDisabled() {}

        @RepeatedTest(2)
        @Disabled("never runs")
        @ChimeMessagingFake
        void isDisabledAsAWhole() {}

        @Test
        @ChimeMessagingFake
        void fails() {
            throw new IllegalStateException("fails");
        }

        @RepeatedTest(2)
        @ChimeMessagingFake
        void failsTwice() {
            throw new IllegalStateException("fails");
        }

        @Test
        @ChimeMessagingFake
        void isAborted() {
            abort();
        }
    }

    static class FailingConstructorCase {
        FailingConstructorCase() {
            throw new IllegalStateException("fails");
        }

        @Test
        @ChimeMessagingFake
        void test() {}
    }
}
