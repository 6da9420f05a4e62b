package io.github.chimefake.internal.websocket;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A connection of TCP, and the ways in which it ends. None of them blocks, and each ends reads and writes of other threads. */
final class AcceptedSocket {
    private static final int BUFFER_BYTES = 8 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    AcceptedSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
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
            socket.shutdownOutput();
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
