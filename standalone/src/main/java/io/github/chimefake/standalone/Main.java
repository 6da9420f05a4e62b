package io.github.chimefake.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs a fake until it is ended. {@code --help} lists the options. */
public final class Main {
    private Main() {}

    /**
     * Runs the program and ends the JVM, with 0 after the end of standard input, 1 if the fake could not be started, and 2 if the options
     * are not valid.
     *
     * @param args the options
     */
    public static void main(String... args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::requestAndWait, "chime-messaging-fake-shutdown"));
        int exitCode = 1;
        try {
            exitCode = new CommandLineProgram(out, System.err, System.in, shutdown).run(args);
        } finally {
            out.flush();
            shutdown.finished();
        }
        System.exit(exitCode);
    }
}
