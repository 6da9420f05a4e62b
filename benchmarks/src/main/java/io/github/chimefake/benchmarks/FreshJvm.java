package io.github.chimefake.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program in a JVM of its own, which prints what it measured as lines of {@code name=number}. */
final class FreshJvm {
    private final List<String> options;

    FreshJvm(String... options) {
        this.options = List.of(options);
    }

    /** The time from before the JVM is started to the first line that it prints, in milliseconds. */
    static final String FIRST_LINE = "first line";

    /** What the program measured: every number printed under a name, in order; and {@link #FIRST_LINE}. */
    Measurements run(Class<?> program, Object... arguments) {
        Measurements measured = new Measurements();
        long before = System.nanoTime();
        start(program, arguments, lines -> {
            String line = lines.readLine();
            measured.add(FIRST_LINE, (System.nanoTime() - before) / 1e6);
            for (; line != null; line = lines.readLine()) {
                String[] nameAndNumber = line.split("=", 2);
                if (nameAndNumber.length == 2) {
                    measured.add(nameAndNumber[0], Double.parseDouble(nameAndNumber[1]));
                }
            }
        });
        return measured;
    }

    @FunctionalInterface
    private interface Reading {
        void read(BufferedReader lines) throws IOException;
    }

    private void start(Class<?> program, Object[] arguments, Reading reading) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                reading.read(lines);
            }
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(program + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }
}
