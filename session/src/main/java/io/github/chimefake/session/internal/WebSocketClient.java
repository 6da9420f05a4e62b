package io.github.chimefake.session.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket connection (RFC 6455) as a client of messaging sessions needs it: it receives text and sends nothing but control frames.
 * The JDK's client repeats an upgrade whose connection ends without a response, up to five times, so that tests would count connections
 * that the code under test did not open; and it keeps a selector thread until it is garbage-collected.
 */
public final class WebSocketClient {
    private static final int NO_CODE = 1005;
    private static final int ABNORMAL = 1006;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int NOT_UTF_8 = 1007;

    /** Is told what happens, by the thread of the connection. */
    public interface Listener {
        /** Called when the server has accepted the upgrade. */
        void opened();

        /** Called with each text message. */
        void received(String text);

        /**
         * Called once, at the end of the connection, whether or not it was opened.
         *
         * @param code the code of the close frame that was received; 1005 if it had none, 1006 without a close frame
         * @param cause what failed, for 1006
         */
        void closed(int code, String reason, @Nullable Throwable cause);
    }

    private final URI url;
    private final Dialer dialer;
    private final Duration timeout;
    private final Listener listener;
    private volatile @Nullable Transport transport;
    private volatile boolean aborted;
    private int closeCode = ABNORMAL;
    private String closeReason = "";

    private WebSocketClient(URI url, Dialer dialer, Duration timeout, Listener listener) {
        this.url = url;
        this.dialer = dialer;
        this.timeout = timeout;
        this.listener = listener;
    }

    /**
     * Opens a connection in a new daemon thread.
     *
     * @param timeout for the connection and the upgrade
     */
    public static WebSocketClient open(URI url, Dialer dialer, Duration timeout, Listener listener) {
        WebSocketClient client = new WebSocketClient(url, dialer, timeout, listener);
        Thread thread = new Thread(client::run, "chime-session " + url.getAuthority());
        thread.setDaemon(true);
        thread.start();
        return client;
    }

    /** Sends a close frame; the connection ends when the server has responded. */
    public void close(int code) {
        Transport open = transport;
        if (open != null) {
            open.sendClose(code);
        }
    }

    /** Ends the connection at once, without a close frame. */
    public void abort() {
        aborted = true;
        dialer.abort();
        Transport open = transport;
        if (open != null) {
            open.close();
        }
    }

    private void run() {
        @Nullable Throwable cause = null;
        try (Transport open = Transport.open(url, dialer, timeout)) {
            transport = open;
            if (!aborted) {
                listener.opened();
                receive(open);
            }
        } catch (IOException | RuntimeException e) {
            cause = e;
        }
        listener.closed(closeCode, closeReason, cause);
    }

    private void receive(Transport open) throws IOException {
        FrameReader frames = new FrameReader(open.input());
        try {
            while (true) {
                FrameReader.Frame frame = frames.next();
                switch (frame.opcode()) {
                    case FrameReader.TEXT -> listener.received(text(frame.payload()));
                    case FrameReader.PING -> open.send(FrameReader.PONG, frame.payload());
                    case FrameReader.CLOSE -> {
                        keepClose(frame.payload());
                        open.sendClose(closeCode);
                        return;
                    }
                    default -> {} // Nothing is awaited that binary messages or pongs would say.
                }
            }
        } catch (CharacterCodingException e) {
            open.sendClose(NOT_UTF_8);
            throw e;
        } catch (MalformedFrameException e) {
            open.sendClose(PROTOCOL_ERROR);
            throw e;
        }
    }

    private void keepClose(byte[] payload) throws IOException {
        if (payload.length == 0) {
            closeCode = NO_CODE;
            return;
        }
        if (payload.length == 1) {
            throw new MalformedFrameException("The close frame has a payload of one byte, and a code takes two");
        }
        String reason = text(Arrays.copyOfRange(payload, 2, payload.length));
        closeCode = ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
        closeReason = reason;
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
