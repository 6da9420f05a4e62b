package io.github.chimefake.internal.sweep.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Replaces {@code System.out} or {@code System.err} while runs are in progress, and copies to them what their threads write. */
final class TappedStream extends PrintStream {
    private final PrintStream original;

    private TappedStream(PrintStream original) {
        super(new Copying(original), true, charset(original));
        this.original = original;
    }

    /** Returns how a stream encodes texts, which is known since Java 18. */
    static Charset charset(PrintStream stream) {
        try {
            return (Charset) PrintStream.class.getMethod("charset").invoke(stream);
        } catch (ReflectiveOperationException older) {
            return Charset.defaultCharset();
        }
    }

    /** Replaces the streams, unless it does already. */
    static void install() {
        if (!(System.out instanceof TappedStream)) {
            System.setOut(new TappedStream(System.out));
        }
        if (!(System.err instanceof TappedStream)) {
            System.setErr(new TappedStream(System.err));
        }
    }

    /** Restores the streams. Leaves those alone that somebody else has set. */
    static void uninstall() {
        if (System.out instanceof TappedStream out) {
            System.setOut(out.original);
        }
        if (System.err instanceof TappedStream err) {
            System.setErr(err.original);
        }
    }

    private static final class Copying extends OutputStream {
        private final PrintStream original;

        private Copying(PrintStream original) {
            this.original = original;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            original.write(bytes, offset, length);
            OutputTap.ofCurrentThread().ifPresent(tap -> tap.write(bytes, offset, length));
        }

        @Override
        public void flush() {
            original.flush();
        }
    }
}
