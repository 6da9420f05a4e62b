package io.github.chimefake.session.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** Is told what happens, by its thread or by one that aborts it. */
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

    /**
     * The time limits of a connection.
     *
     * @param opening for the connection and the upgrade together
     * @param closing for the server's close frame after that of the client
     * @param reading without any frame
     */
    public record Limits(Duration opening, Duration closing, Duration reading) {}

    private static final int LOOKS_PER_LIMIT = 4;

    private final URI url;
    private final Dialer dialer;
    private final Limits limits;
    private final ScheduledExecutorService timer;
    private final Listener listener;
    private final AtomicBoolean isFinished = new AtomicBoolean();
    private volatile @Nullable Transport transport;
    private volatile boolean aborted;
    private volatile boolean hasHeard;
    private volatile boolean delivering;
    private int looksWithoutFrames; // Only in the timer's thread.
    private int closeCode = ABNORMAL;
    private String closeReason = "";

    /**
     * Creates a connection, which {@link #start()} opens.
     *
     * @param timer enforces the limits; its thread does nothing that blocks
     */
    public WebSocketClient(URI url, Dialer dialer, Limits limits, ScheduledExecutorService timer, Listener listener) {
        this.url = url;
        this.dialer = dialer;
        this.limits = limits;
        this.timer = timer;
        this.listener = listener;
    }

    /** Opens the connection in a new daemon thread. */
    public void start() {
        Thread thread = new Thread(this::run, "chime-session " + url.getAuthority());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Sends a close frame; the connection ends when the server has responded, or at the limit. One that is not open ends at once.
     */
    public void close(int code) {
        Transport open = transport;
        if (open == null) {
            abort();
            return;
        }
        try {
            // Before the frame is sent, because that blocks while the server reads nothing.
            ScheduledFuture<?> unused =
                    timer.schedule((Runnable) this::abort, limits.closing().toNanos(), TimeUnit.NANOSECONDS);
            open.sendClose(code);
        } catch (RejectedExecutionException ended) {
            abort();
        }
    }

    /** Ends the connection at once, without a close frame. */
    public void abort() {
        abort(new IOException("The client ended the connection"));
    }

    private void abort(IOException cause) {
        boolean isFirst = isFinished.compareAndSet(false, true); // Before the thread fails with "Socket closed".
        aborted = true;
        dialer.abort();
        Transport open = transport;
        if (open != null) {
            open.close();
        }
        if (isFirst) { // Not by the thread, as nothing interrupts its lookup of the host's address.
            listener.closed(ABNORMAL, "", cause);
        }
    }

    private void run() {
        @Nullable Throwable cause = null;
        @Nullable Future<?> watch = null;
        try (Transport open = open()) {
            transport = open;
            if (!aborted) {
                listener.opened();
                watch = watch();
                receive(open);
            }
        } catch (Throwable e) { // Errors, too, because the listener waits for the end.
            cause = e;
        } finally {
            if (watch != null) {
                watch.cancel(false);
            }
        }
        if (isFinished.compareAndSet(false, true)) {
            listener.closed(closeCode, closeReason, cause);
        }
    }

    private Transport open() throws IOException {
        Runnable late =
                () -> abort(new SocketTimeoutException("The connection was not open within the connectTimeout of "
                        + limits.opening() + ". Look at the server, or set a longer one"));
        Future<?> deadline = timer.schedule(late, limits.opening().toNanos(), TimeUnit.NANOSECONDS);
        try {
            return Transport.open(url, dialer);
        } finally {
            deadline.cancel(false);
        }
    }

    /** Looks several times within the limit, because after a sleep of the machine a single look would come too early. */
    private Future<?> watch() {
        long interval = limits.reading().toNanos() / LOOKS_PER_LIMIT;
        return timer.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.NANOSECONDS);
    }

    private void look() {
        // While the listener takes a message, nothing is read, and the server may have sent more.
        looksWithoutFrames = hasHeard || delivering ? 0 : looksWithoutFrames + 1;
        hasHeard = false;
        if (looksWithoutFrames == LOOKS_PER_LIMIT) {
            abort(new SocketTimeoutException("The server sent no frame, also no ping, within the readTimeout of "
                    + limits.reading() + ". Look at the server, or set a longer one"));
        }
    }

    private void receive(Transport open) throws IOException {
        FrameReader frames = new FrameReader(open.input());
        try {
            while (true) {
                FrameReader.Frame frame = frames.next();
                hasHeard = true;
                switch (frame.opcode()) {
                    case FrameReader.TEXT -> deliver(text(frame.payload()));
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

    private void deliver(String text) {
        delivering = true;
        try {
            listener.received(text);
        } finally {
            delivering = false;
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
