package io.github.chimefake.internal.streams;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A URL that gets a POST with each record, over its own connection. The JDK's clients look up the host once more when
 * they connect, after its addresses were checked; follow redirects, use proxies or send credentials if a program has set
 * them to do so for all its requests. So the few lines that are needed are written here.
 */
final class HttpDestination implements Destination {
    private static final int LONGEST_LINE = 8_192;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");

    private final StreamUrl url;
    private final Duration limit;
    private final Supplier<SSLSocketFactory> tls;
    /** Closes connections whose time is over, because a socket that writes has no time-out. */
    private final ScheduledThreadPoolExecutor guard = new ScheduledThreadPoolExecutor(1, HttpDestination::daemon);

    private volatile @Nullable Socket current;
    private volatile boolean closed;

    HttpDestination(StreamUrl url, Duration limit) {
        this(url, limit, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * Creates a destination.
     *
     * @param tls opens connections over TLS; called for each connection
     */
    HttpDestination(StreamUrl url, Duration limit, Supplier<SSLSocketFactory> tls) {
        this.url = url;
        this.limit = limit;
        this.tls = tls;
        guard.setRemoveOnCancelPolicy(true);
        guard.setKeepAliveTime(1, TimeUnit.SECONDS);
        guard.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "chime-messaging-fake-stream-limit");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void deliver(byte[] record) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        Future<?> guarded = guard.schedule(this::disconnect, limit.toNanos(), TimeUnit.NANOSECONDS);
        try (Socket plain = connect(end)) {
            Socket socket = url.tls() ? secured(plain) : plain;
            send(socket.getOutputStream(), record);
            requireSuccess(socket.getInputStream());
        } catch (IOException failure) {
            throw System.nanoTime() >= end
                    ? new IOException("There was no response within " + limit, failure)
                    : failure;
        } finally {
            guarded.cancel(false);
        }
    }

    private Socket connect(long end) throws IOException {
        IOException last = new IOException("The host " + url.host() + " has no address");
        for (InetSocketAddress address : url.resolve()) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            current = socket;
            try {
                if (closed) { // After the line before it, so that one of the two threads sees the other.
                    throw new IOException("The delivery is closed");
                }
                socket.connect(address, (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
                return socket;
            } catch (IOException failure) {
                close(socket);
                last = failure;
            }
        }
        throw last;
    }

    private void disconnect() {
        Socket connected = current;
        if (connected != null) {
            close(connected);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // Then it is of no use any more, either.
        }
    }

    private Socket secured(Socket plain) throws IOException {
        String name =
                url.host().startsWith("[") ? url.host().substring(1, url.host().length() - 1) : url.host();
        SSLSocket socket = (SSLSocket) tls.get().createSocket(plain, name, url.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private void send(OutputStream out, byte[] record) throws IOException {
        String head = "POST " + url.target() + " HTTP/1.1\r\nHost: " + url.authority()
                + "\r\nUser-Agent: chime-messaging-fake\r\nContent-Type: application/json\r\nContent-Length: "
                + record.length + "\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(US_ASCII));
        out.write(record);
        out.flush();
    }

    private static void requireSuccess(InputStream in) throws IOException {
        int status;
        do {
            status = status(in);
            String header = line(in);
            while (!header.isEmpty()) {
                header = line(in);
            }
        } while (status < 200);
        if (status >= 300) {
            throw new IOException("The response was " + status + " and not 2xx"
                    + (status < 400 ? "; redirects are not followed" : ""));
        }
    }

    private static int status(InputStream in) throws IOException {
        Matcher status = STATUS.matcher(line(in));
        if (!status.matches()) {
            throw new IOException("The response is not one of HTTP/1.1");
        }
        return Integer.parseInt(status.group(1));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection ended before the response");
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("The response has a line of more than " + LONGEST_LINE + " bytes");
            }
            line.write(next);
        }
        String text = line.toString(US_ASCII);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {
        closed = true;
        guard.shutdownNow();
        disconnect(); // Now that nothing limits its time.
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
