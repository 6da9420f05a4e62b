package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A client that sends any bytes, and reads what a server sends: only frames that a server may send. */
final class RawClient implements AutoCloseable {
    static final String HANDSHAKE = """
            GET /connect HTTP/1.1
            Host: localhost
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Sec-WebSocket-Version: 13

            """.replace("\n", "\r\n");

    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    /**
     * Connects.
     *
     * @param receiveBytes the buffer of the socket; 0 for the default of the system
     */
    RawClient(int port, int receiveBytes) throws IOException {
        socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    RawClient(int port) throws IOException {
        this(port, 0);
    }

    /** Returns a client whose handshake is over. */
    static RawClient open(int port) throws IOException {
        return new RawClient(port).open();
    }

    RawClient open() throws IOException {
        send(HANDSHAKE.getBytes(ISO_8859_1));
        String head = head();
        if (!head.startsWith("HTTP/1.1 101 ")) {
            throw new IOException("Not upgraded: " + head);
        }
        return this;
    }

    Socket socket() {
        return socket;
    }

    void send(byte[]... frames) throws IOException {
        socket.getOutputStream().write(ClientFrames.concat(frames));
    }

    void send(String text) throws IOException {
        send(ClientFrames.text(text));
    }

    /** Returns status line and headers. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) next());
        }
        return head.toString();
    }

    /** Returns all that is received until the server ends the connection. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    /** A frame of the server. */
    record Frame(int opcode, String payload) {
        /** Returns the code of a close frame, 1005 without one. */
        int code() {
            return payload.isEmpty() ? CloseStatus.NO_CODE : payload.charAt(0) << 8 | payload.charAt(1);
        }

        /** Returns the payload as text. */
        String text() {
            return new String(payload.getBytes(ISO_8859_1), UTF_8);
        }

        @Override
        public String toString() {
            return opcode == ClientFrames.CLOSE
                    ? "close " + code() + " " + text().substring(Math.min(2, payload.length()))
                    : String.format(Locale.ROOT, "%x %s", opcode, text());
        }
    }

    /** Returns the next frame; null if the server has ended the connection before one begins. */
    @Nullable
    Frame frame() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        if ((first & 0xF0) != ClientFrames.LAST) {
            throw new IOException("Not the only frame of a message, or reserved bits: " + first);
        }
        int length = next();
        if (length > 127) {
            throw new IOException("Masked by the server");
        }
        if (length > 125) {
            int bytes = length == 126 ? 2 : 8;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | next();
            }
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("Within a frame");
        }
        return new Frame(first & 0xF, new String(payload, ISO_8859_1));
    }

    /** Returns the code of the next frame, which must be a close frame; 1006 if the server has ended the connection. */
    int closeCode() throws IOException {
        Frame frame = frame();
        if (frame == null) {
            return CloseStatus.ABNORMAL;
        }
        if (frame.opcode() != ClientFrames.CLOSE) {
            throw new IOException("Not a close frame: " + frame);
        }
        return frame.code();
    }

    private int next() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
