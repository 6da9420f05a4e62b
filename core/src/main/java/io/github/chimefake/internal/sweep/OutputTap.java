package io.github.chimefake.internal.sweep;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.locks.ReentrantLock;

/** Copies what is written to {@code System.out} and {@code System.err} while code runs. One run of the JVM is tapped at a time. */
final class OutputTap implements AutoCloseable {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private final boolean tapping = ONE_AT_A_TIME.tryLock();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final PrintStream ownOut = tee(out);
    private final PrintStream ownErr = tee(err);

    OutputTap() {
        if (tapping) {
            System.setOut(ownOut);
            System.setErr(ownErr);
        }
    }

    private PrintStream tee(PrintStream original) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        original.write(b);
                        copy.write(b);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        original.write(bytes, offset, length);
                        copy.write(bytes, offset, length);
                    }

                    @Override
                    public void flush() {
                        original.flush();
                    }
                },
                true);
    }

    /** Returns what was written. */
    String text() {
        return copy.toString(Charset.defaultCharset());
    }

    /** Leaves streams alone that the code has set. */
    @Override
    public void close() {
        if (tapping) {
            if (System.out == ownOut) {
                System.setOut(out);
            }
            if (System.err == ownErr) {
                System.setErr(err);
            }
            ONE_AT_A_TIME.unlock();
        }
    }
}
