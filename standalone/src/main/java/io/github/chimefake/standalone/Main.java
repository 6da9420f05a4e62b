package io.github.chimefake.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs a fake until it is ended. {@code --help} lists the options. */
public final class Main {
    /** How many seconds the JDK's server, which serves the control API, lets a client take to send a request; by default for ever. */
    private static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

    private Main() {}

    /**
     * Runs the program and ends the JVM, with 0 after the end of standard input, 1 if the fake could not be started, and 2 if the options
     * are not valid.
     *
     * @param args the options
     */
    public static void main(String... args) {
        if (System.getProperty(REQUEST_SECONDS) == null) { // It is read once, when the first server is created.
            System.setProperty(REQUEST_SECONDS, "30");
        }
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
