package io.github.chimefake.internal.websocket;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection of TCP, and the ways in which it ends. Each ends reads and writes of other threads. */
final class AcceptedSocket {
    private static final int BUFFER_BYTES = 8 * 1024;

    /** The type of the record with which a client begins TLS. */
    private static final int HANDSHAKE_RECORD = 22;

    private final Socket socket;
    private InputStream in;
    private OutputStream out;
    /** What is written to and read from: the socket itself, or TLS over it. Closing always closes the socket, which never blocks. */
    private Socket speaking;

    AcceptedSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.speaking = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
    }

    /**
     * Goes on with TLS if the client begins with it, so that one port serves {@code ws} and {@code wss}. Called before
     * anything is read.
     *
     * @param tls the settings of TLS; empty if the port serves none
     */
    void startTlsIfClientDoes(Optional<SSLContext> tls) throws IOException {
        if (tls.isEmpty()) {
            return;
        }
        in.mark(1);
        int first = in.read();
        in.reset();
        if (first == HANDSHAKE_RECORD) {
            byte[] consumed = in.readNBytes(Math.max(1, in.available()));
            SSLSocket encrypted = (SSLSocket)
                    tls.get().getSocketFactory().createSocket(socket, new ByteArrayInputStream(consumed), true);
            encrypted.startHandshake();
            speaking = encrypted;
            in = new BufferedInputStream(encrypted.getInputStream(), BUFFER_BYTES);
            out = new BufferedOutputStream(encrypted.getOutputStream(), BUFFER_BYTES);
        }
    }

    InputStream in() {
        return in;
    }

    /** Returns where to write. What is written is sent with {@code flush}. */
    OutputStream out() {
        return out;
    }

    /** Closes it so that the client sees a reset. */
    void reset() {
        reset(socket);
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // Then the client sees that.
        }
        close(socket);
    }

    /** Closes it when what was written was sent. */
    void close() {
        close(socket);
    }

    /** Tells the client that nothing more comes. What it sends can still be read. */
    void endOutput() {
        try {
            speaking.shutdownOutput();
        } catch (IOException closed) {
            // Then nothing more comes.
        }
    }

    /** Reads what the client sends until it ends, and drops it: to close a socket with unread bytes would be a reset. */
    void discardInput() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            while (in.read(buffer) >= 0) {
                // The client has not ended it yet.
            }
        } catch (IOException closed) {
            // Then it has ended.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is not used any more.
        }
    }
}
