package io.github.chimefake.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fake that runs as a process: the standalone server, or one in a JVM that holds nothing else. Its output is read to the end, so that it never waits for a reader. */
final class JarProcess implements AutoCloseable {
    private static final Pattern ENDPOINT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern CONTROL = Pattern.compile("\"control\":\"http://127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    private final Process process;
    private final Jdk jdk;
    private final long started;
    private final String firstLine;

    /** Starts a program, and waits until it has printed its address. */
    static JarProcess start(Jdk jdk, List<String> command) {
        try {
            long before = System.nanoTime();
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            return new JarProcess(process, jdk, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JarProcess(Process process, Jdk jdk, long started) throws IOException {
        this.process = process;
        this.jdk = jdk;
        this.started = started;
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !ENDPOINT.matcher(line).find()) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The process has printed no address; its message is above");
        }
        firstLine = line;
        Thread reader = new Thread(() -> readAll(lines), "output of the jar");
        reader.setDaemon(true);
        reader.start();
    }

    int port() {
        return portOf(ENDPOINT);
    }

    /** The port of the control API, which only the form {@code --log json} names in the first line. */
    int controlPort() {
        return portOf(CONTROL);
    }

    /** Creates a channel, and returns the milliseconds from before the process was started to the response. */
    double millisToFirstResponse() {
        try (Connection connection = new Connection(port())) {
            connection.exchange(JarRequests.createChannel(port(), JarRequests.ALICE, "token-1"));
            return (System.nanoTime() - started) / 1e6;
        }
    }

    /** The resident memory in MB, a second from now, when the process has nothing to do any more. */
    double idleMegabytes() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        return Double.parseDouble(run("ps", "-o", "rss=", "-p", pid()).strip()) * 1024 / 1e6;
    }

    /** The MB of all objects that are in use. */
    double liveMegabytes() {
        Matcher total = TOTAL.matcher(run(jdk.program("jcmd"), pid(), "GC.class_histogram"));
        if (!total.find()) {
            throw new IllegalStateException("jcmd counted no objects");
        }
        return Double.parseDouble(total.group(1)) / 1e6;
    }

    /** Ends the process as its user would, and waits for the end. */
    @Override
    public void close() {
        try (Writer in = process.outputWriter()) {
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The process ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private int portOf(Pattern address) {
        Matcher matcher = address.matcher(firstLine);
        if (!matcher.find()) {
            throw new IllegalStateException("The first line has no such address: " + firstLine);
        }
        return Integer.parseInt(matcher.group(1));
    }

    private String pid() {
        return Long.toString(process.pid());
    }

    private static String run(String... command) {
        try {
            Process program =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readAll(BufferedReader lines) {
        try (lines) {
            while (lines.readLine() != null) {
                // Only read.
            }
        } catch (IOException closed) {
            // The process has ended.
        }
    }
}
