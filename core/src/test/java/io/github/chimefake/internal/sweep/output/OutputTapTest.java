package io.github.chimefake.internal.sweep.output;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.parallel.Isolated;

/** Whose output a tap gets, and that the streams are as before afterwards. */
@Isolated("sets System.out")
class OutputTapTest {
    private final PrintStream original = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream own = new PrintStream(written, true);

    OutputTapTest() {
        System.setOut(own);
    }

    @AfterEach
    void restore() {
        System.setOut(original);
    }

    private static void print(String text) {
        System.out.print(text);
        System.out.flush();
    }

    private static void onOtherThread(Runnable action) throws InterruptedException {
        Thread thread = new Thread(action);
        thread.start();
        thread.join();
    }

    @Test
    void aTapGetsTheOutputOfItsThreadsOnly() throws InterruptedException {
        onOtherThread(() -> {
            try (OutputTap other = OutputTap.start("other")) {
                print("other ");
                assertThat(other.text()).isEqualTo("other ");
            }
        });
        try (OutputTap tap = OutputTap.start("sweep")) {
            print("one ");
            onOtherThread(() -> print("two "));
            assertThat(tap.text()).isEqualTo("one two ");
        }
        print("three");

        assertThat(written).hasToString("other one two three");
        assertThat(System.out).isSameAs(own);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_18, disabledReason = "PrintStream.charset() is new in Java 18")
    void textsKeepTheCharsetOfTheStream() {
        System.setOut(new PrintStream(written, true, UTF_16LE));

        try (OutputTap tap = OutputTap.start("sweep")) {
            print("größer");
            assertThat(tap.text()).isEqualTo("größer");
        }

        assertThat(written.toString(UTF_16LE)).isEqualTo("größer");
        System.setOut(own);
    }

    @Test
    void whatIsLoggedToTheConsoleIsSeenWhicheverStreamTheHandlerHasKept() {
        Logger logger = Logger.getLogger("chat");
        logger.info("before"); // From now on, the handler has its stream.

        try (OutputTap tap = OutputTap.start("sweep")) {
            logger.log(Level.INFO, "posted {0}", "hello");
            logger.fine("not logged");
            assertThat(tap.text()).contains("posted hello").doesNotContain("not logged");
        }

        assertThat(Logger.getLogger("").getHandlers()).noneMatch(TappedLog.class::isInstance);
    }

    @Test
    void tapsMayEndInAnyOrder() throws InterruptedException {
        OutputTap outer = OutputTap.start("outer");
        OutputTap inner = OutputTap.start("inner");
        print("inner ");
        assertThat(inner.text()).isEqualTo("inner ");
        assertThat(outer.text()).isEmpty();
        inner.close();
        print("outer");
        assertThat(outer.text()).isEqualTo("outer");
        outer.close();

        assertThat(written).hasToString("inner outer");
        assertThat(System.out).isSameAs(own);
    }

    @Test
    void aStreamThatTheCodeHasSetIsLeftAlone() {
        PrintStream ofTheCode = new PrintStream(new ByteArrayOutputStream(), true);
        try (OutputTap tap = OutputTap.start("sweep")) {
            System.setOut(ofTheCode);
            assertThat(tap.text()).isEmpty();
        }

        assertThat(System.out).isSameAs(ofTheCode);
    }
}
