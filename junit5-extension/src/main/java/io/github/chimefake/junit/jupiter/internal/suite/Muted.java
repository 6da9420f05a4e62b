package io.github.chimefake.junit.jupiter.internal.suite;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.Supplier;

/** Keeps what repeated tests write off the console, where it would stand beside results that it does not belong to. */
final class Muted {
    private Muted() {}

    static <T> T call(Supplier<T> action) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false));
        try {
            return action.get();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
