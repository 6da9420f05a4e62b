package io.github.chimefake.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection of a client, and the one to the server to which it is forwarded. */
final class TlsConnection {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int RECORD_OF_HANDSHAKE = 22;
    private static final int MAX_UNREAD_BYTES = 64 * 1024;
    private static final int UNREAD_MILLIS = 1000;

    private static final String HELP =
            "This port speaks HTTPS, and the request was sent without TLS. Begin the URL with https://.\n";

    private final Socket client;
    private final Socket server = new Socket();
    private final SSLContext context;
    private final InetSocketAddress target;
    private final ExecutorService threads;
    private final Deadlines deadlines;

    TlsConnection(
            Socket client, SSLContext context, InetSocketAddress target, ExecutorService threads, Deadlines deadlines) {
        this.deadlines = deadlines;
        this.client = client;
        this.context = context;
        this.target = target;
        this.threads = threads;
    }

    /** Serves the connection until the server has ended it, or the client is gone. */
    void serve() {
        Optional<SSLSocket> tls = connect() ? handshakeInTime() : Optional.empty();
        if (tls.isPresent()) {
            try {
                threads.execute(() -> forwardRequests(tls.get()));
                forwardResponses(tls.get());
            } catch (RejectedExecutionException closed) {
                close();
            }
        }
    }

    private boolean connect() {
        try {
            server.connect(target, CONNECT_MILLIS);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            return true;
        } catch (IOException notListening) {
            reset();
            return false;
        }
    }

    private Optional<SSLSocket> handshakeInTime() {
        Future<?> deadline;
        try {
            deadline = deadlines.start(this::close);
        } catch (RejectedExecutionException closed) {
            return Optional.empty();
        }
        try {
            return handshake();
        } finally {
            deadline.cancel(false);
        }
    }

    private Optional<SSLSocket> handshake() {
        try {
            int first = client.getInputStream().read();
            if (first == RECORD_OF_HANDSHAKE) {
                InputStream consumed = new ByteArrayInputStream(new byte[] {(byte) first});
                SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(client, consumed, true);
                tls.startHandshake();
                return Optional.of(tls);
            }
            if (first >= 0) {
                explain();
            }
        } catch (IOException failed) {
            // For example, the client does not trust the certificate, which it has told its user.
        }
        return Optional.empty();
    }

    /** Responds to a request without TLS. */
    private void explain() throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: "
                                + HELP.length() + "\r\n\r\n" + HELP)
                        .getBytes(US_ASCII));
        client.shutdownOutput();
        client.setSoTimeout(UNREAD_MILLIS);
        client.getInputStream().readNBytes(MAX_UNREAD_BYTES); // Closing with unread bytes would discard the response.
    }

    private void forwardRequests(SSLSocket tls) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = tls.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!write(server, buffer, count)) {
                    return; // What the server has sent before, or a reset, still reaches the client.
                }
            }
            server.shutdownOutput();
        } catch (IOException clientGone) {
            closeQuietly(server);
        }
    }

    private void forwardResponses(SSLSocket tls) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = server.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!write(tls, buffer, count)) {
                    return;
                }
            }
            tls.shutdownOutput();
        } catch (IOException resetByServer) {
            reset();
        }
    }

    private static boolean write(Socket to, byte[] buffer, int count) {
        try {
            OutputStream out = to.getOutputStream();
            out.write(buffer, 0, count);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Closes the connection of the client in a way that it sees as a reset. */
    private void reset() {
        try {
            client.setSoLinger(true, 0);
        } catch (IOException closed) {
            // Then it sees that.
        }
        closeQuietly(client);
    }

    void close() {
        closeQuietly(client);
        closeQuietly(server);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is not used any more.
        }
    }
}
