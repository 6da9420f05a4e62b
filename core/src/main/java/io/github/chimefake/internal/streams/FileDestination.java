package io.github.chimefake.internal.streams;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file with a record in each line. */
final class FileDestination implements Destination {
    private final Path file;
    private final OutputStream out;

    private FileDestination(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    static FileDestination open(Path file) {
        try {
            return new FileDestination(file, Files.newOutputStream(file, CREATE, APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file for streams " + file.toAbsolutePath() + " cannot be written: " + e
                            + ". Use a file in a directory that exists",
                    e);
        }
    }

    @Override
    public void deliver(byte[] record) throws IOException {
        byte[] line = Arrays.copyOf(record, record.length + 1);
        line[record.length] = '\n';
        out.write(line); // At once, so that a reader of the file sees whole lines.
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file for streams " + file + " cannot be closed", e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
