package io.github.chimefake.session.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;

/** The socket of an upgraded connection. */
final class Transport implements AutoCloseable {
    private static final int BUFFER = 8192;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Socket socket;
    private final InputStream input;
    private boolean closeSent;

    private Transport(Socket socket, InputStream input) {
        this.socket = socket;
        this.input = input;
    }

    static Transport open(URI url, Dialer dialer) throws IOException {
        Socket socket = dialer.connect(url);
        try {
            InputStream input = new BufferedInputStream(socket.getInputStream(), BUFFER);
            Handshake handshake = new Handshake(url, randomBytes(16));
            socket.getOutputStream().write(handshake.request().getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            handshake.readResponse(input);
            return new Transport(socket, input);
        } catch (Throwable e) {
            socket.close();
            throw e;
        }
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    InputStream input() {
        return input;
    }

    /** Sends a close frame unless one was sent. */
    void sendClose(int code) {
        try {
            // These three stand for the lack of a code or a close frame, or for a failure of TLS, and are not sent.
            boolean hasCode = code != 1005 && code != 1006 && code != 1015;
            send(FrameReader.CLOSE, hasCode ? new byte[] {(byte) (code >> 8), (byte) code} : new byte[0]);
        } catch (IOException e) {
            // The server has ended the connection, which the reader sees.
        }
    }

    synchronized void send(int opcode, byte[] payload) throws IOException {
        if (closeSent) {
            return;
        }
        closeSent = opcode == FrameReader.CLOSE;
        byte[] mask = randomBytes(4);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) (0x80 | opcode);
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(mask, 0, frame, 2, mask.length);
        for (int i = 0; i < payload.length; i++) {
            frame[6 + i] = (byte) (payload[i] ^ mask[i % mask.length]);
        }
        socket.getOutputStream().write(frame);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
    }
}
