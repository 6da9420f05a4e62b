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

/** Runs a program in a separate JVM, which prints what it measured as lines of {@code name=number}. */
final class FreshJvm {
    /** The time from before the JVM is started to the first line that it prints, in milliseconds. */
    static final String FIRST_LINE = "first line";

    private final List<String> options;

    FreshJvm(String... options) {
        this.options = List.of(options);
    }

    /**
     * What the program measured: every number printed under a name, in order; and {@link #FIRST_LINE}.
     *
     * @throws IllegalStateException if the program fails
     */
    Measurements run(Class<?> program, Object... arguments) {
        try {
            long before = System.nanoTime();
            Process process = new ProcessBuilder(command(program, arguments))
                    .redirectError(Redirect.INHERIT)
                    .start();
            Measurements measured = read(process, before);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(program + " ended with " + status);
            }
            return measured;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }

    private List<String> command(Class<?> program, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    private static Measurements read(Process process, long before) throws IOException {
        Measurements measured = new Measurements();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            measured.add(FIRST_LINE, (System.nanoTime() - before) / 1e6);
            for (; line != null; line = lines.readLine()) {
                String[] nameAndNumber = line.split("=", 2);
                if (nameAndNumber.length == 2) {
                    measured.add(nameAndNumber[0], Double.parseDouble(nameAndNumber[1]));
                }
            }
        }
        return measured;
    }
}
