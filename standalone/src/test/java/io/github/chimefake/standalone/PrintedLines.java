package io.github.chimefake.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a program has printed, by line. */
final class PrintedLines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public synchronized void write(int letter) {
        if (letter == '\n') {
            lines.add(line.toString(UTF_8));
            line.reset();
        } else {
            line.write(letter);
        }
    }

    /** Returns the next line, which must come. */
    String line() throws InterruptedException {
        return String.valueOf(lines.poll(30, TimeUnit.SECONDS));
    }

    /** Returns the next line that has the text. */
    String lineWith(String text) throws InterruptedException {
        String next = line();
        while (!next.contains(text)) {
            if (next.equals("null")) {
                throw new AssertionError("no line has " + text);
            }
            next = line();
        }
        return next;
    }
}
