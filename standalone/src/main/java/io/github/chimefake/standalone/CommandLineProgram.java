package io.github.chimefake.standalone;

import io.github.chimefake.control.ChimeControl;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the options and does what they say. */
final class CommandLineProgram {
    private static final int FAILURE = 1;

    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;
    private final Shutdown shutdown;

    CommandLineProgram(PrintStream out, PrintStream err, InputStream in, Shutdown shutdown) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.shutdown = shutdown;
    }

    /** Returns the exit code, after the program was told to end. */
    int run(String... args) {
        Options options = new Options();
        CommandLine commandLine = commandLine(options);
        try {
            CommandLine.ParseResult parsed = commandLine.parseArgs(args);
            if (CommandLine.printHelpIfRequested(parsed)) {
                return 0;
            }
            if (options.printOpenApi) {
                print("openapi.json");
                return 0;
            }
            if (options.printFixturesSchema) {
                print("fixtures.schema.json");
                return 0;
            }
            new RunningFake(options.settings(System.getenv()), out, Ansi.AUTO.enabled()).run(in, shutdown);
            return 0;
        } catch (ParameterException invalid) {
            err.println(message(invalid));
            err.println("--help lists the options.");
            return commandLine.getCommandSpec().exitCodeOnInvalidInput();
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException failure) {
            err.println("The fake could not be started: " + failure.getMessage());
            return FAILURE;
        }
    }

    /** Returns the message without values that belong to no option, as they may be a token. */
    private static String message(ParameterException invalid) {
        if (!(invalid instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(invalid.getMessage());
        }
        List<String> options = unmatched.getUnmatched().stream()
                .map(text -> text.split("=", 2)[0])
                .filter(text -> text.matches("--?[a-z][a-z-]{0,30}"))
                .map(text -> "'" + text + "'")
                .toList();
        return options.isEmpty()
                ? "There are values that belong to no option. Give each option one value, in quotes if it has spaces."
                : "Unknown options: " + String.join(", ", options) + ".";
    }

    private CommandLine commandLine(Options options) {
        return new CommandLine(options)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setOverwrittenOptionsAllowed(false)
                .setUsageHelpWidth(110);
    }

    private void print(String resource) {
        try (InputStream document = Objects.requireNonNull(ChimeControl.class.getResourceAsStream(resource))) {
            out.println(new String(document.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
