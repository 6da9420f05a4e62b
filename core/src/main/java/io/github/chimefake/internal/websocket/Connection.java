package io.github.chimefake.internal.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A connection after the handshake. One thread reads; while something is queued, another one writes. */
final class Connection implements WebSocketConnection {
    private static final int BOTH_SIDES = 2;

    /** Clients, that of the JDK among them, can miss the end of a connection that comes together with the last frame. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final AcceptedSocket socket;
    private final ServerThreads threads;
    private final WebSocketSettings settings;
    private final SendQueue queue;
    private final Queue<Future<?>> timers = new ConcurrentLinkedQueue<>();

    /** The close frame that was sent or received first. */
    private final AtomicReference<@Nullable CloseStatus> closeFrame = new AtomicReference<>();
    /** Why the connection ended without one. */
    private final AtomicReference<@Nullable String> cause = new AtomicReference<>();

    private final AtomicInteger endedSides = new AtomicInteger();
    private final CountDownLatch endWritten = new CountDownLatch(1);
    /** Whether the connection ends without the client's response to the close frame. */
    private volatile boolean withoutResponse;
    /** When the last frame was written, by {@link System#nanoTime()}. Used by the thread that writes. */
    private long lastWritten = System.nanoTime();

    Connection(AcceptedSocket socket, ServerThreads threads, WebSocketSettings settings) {
        this.socket = socket;
        this.threads = threads;
        this.settings = settings;
        this.queue = new SendQueue(
                settings.sendLimits().frames(), settings.sendLimits().bytes());
    }

    /** Informs the listener until the connection is closed; returns when the socket is. */
    void serve(WebSocketListener listener) {
        try {
            try {
                listener.opened(this);
                receive(listener);
            } catch (ProtocolViolationException violation) {
                endInput(violation.status(), violation.status());
            } catch (IOException ended) {
                cause.compareAndSet(null, explanation(ended));
                queue.discard();
                socket.close();
                endWritten.countDown();
            } catch (RuntimeException | Error bug) {
                CloseStatus status = new CloseStatus(CloseStatus.INTERNAL_ERROR, "The server failed: " + bug);
                endInput(status, status);
                throw bug;
            } finally {
                informOfEnd(listener);
                awaitEnd();
            }
        } finally {
            timers.forEach(timer -> timer.cancel(false));
            socket.close();
        }
    }

    private static String explanation(IOException ended) {
        return ended instanceof EOFException
                ? "The client has ended the connection without a close frame."
                : "The connection was lost: " + ended.getMessage();
    }

    private void receive(WebSocketListener listener) throws IOException, ProtocolViolationException {
        FrameReader reader = new FrameReader(socket.in(), settings.limits().messageBytes());
        while (true) {
            Incoming incoming = reader.next();
            if (incoming instanceof Incoming.Close close) {
                endInput(close.status(), close.status());
                return;
            }
            if (isOpen()) { // A client that was sent a close frame may still be sending, which is not needed.
                receive(incoming, listener);
            }
        }
    }

    private void receive(Incoming incoming, WebSocketListener listener) {
        if (incoming instanceof Incoming.Text message) {
            listener.received(message.text());
        } else if (incoming instanceof Incoming.Binary message) {
            listener.receivedBytes(message.bytes());
        } else if (incoming instanceof Incoming.Ping ping) {
            send(FrameWriter.frame(Opcode.PONG, ping.payload()));
        } else if (incoming instanceof Incoming.Pong) {
            listener.pong();
        }
    }

    /** Ends what is received, and responds with a close frame behind what is queued, unless one was sent before. */
    private void endInput(CloseStatus first, CloseStatus response) {
        closeFrame.compareAndSet(null, first);
        end(response);
        endSide();
    }

    private void informOfEnd(WebSocketListener listener) {
        CloseStatus sentOrReceived = closeFrame.get();
        if (sentOrReceived != null) {
            listener.closed(sentOrReceived.code(), sentOrReceived.reason());
        } else {
            String why = cause.get();
            listener.closed(CloseStatus.ABNORMAL, why == null ? "" : why);
        }
    }

    /** Waits for the client to close the socket, so that it reads the close frame. Timers limit how long it waits. */
    private void awaitEnd() {
        socket.discardInput();
        try {
            endWritten.await();
        } catch (InterruptedException serverClosed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean send(String text) {
        return isOpen() && send(FrameWriter.text(text));
    }

    @Override
    public boolean sendTruncated(String text, int bytes) {
        return send(FrameWriter.truncatedText(text, bytes));
    }

    @Override
    public boolean sendBytes(byte[] bytes) {
        return send(FrameWriter.frame(Opcode.BINARY, bytes));
    }

    @Override
    public void ping() {
        send(FrameWriter.frame(Opcode.PING, new byte[0]));
    }

    private boolean send(byte[] frame) {
        SendQueue.Added added = queue.add(frame);
        if (added == SendQueue.Added.FULL) {
            reset("The client reads too slowly: more than "
                    + settings.sendLimits().frames() + " frames or "
                    + settings.sendLimits().bytes() + " bytes are queued.");
            return false;
        }
        return added != SendQueue.Added.CLOSED && (added == SendQueue.Added.QUEUED || startWriter());
    }

    private boolean startWriter() {
        if (threads.execute(this::write)) {
            return true;
        }
        reset("The server is closed, or has too many threads.");
        return false;
    }

    private void write() {
        try {
            for (SendQueue.Outgoing next = queue.next(); next != null; next = queue.next()) {
                if (next instanceof SendQueue.Frame frame) {
                    socket.out().write(frame.bytes());
                    if (queue.isEmpty()) {
                        socket.out().flush();
                    }
                    lastWritten = System.nanoTime();
                } else if (next instanceof SendQueue.End end) {
                    writeEnd(end.status());
                }
            }
        } catch (IOException lost) {
            reset("The connection was lost: " + lost.getMessage());
        }
    }

    private void writeEnd(CloseStatus status) throws IOException {
        if (status.code() != CloseStatus.ABNORMAL) {
            closeFrame.compareAndSet(null, status);
            socket.out().write(FrameWriter.close(status));
        }
        socket.out().flush();
        timers.add(threads.after(settings.timeouts().close(), socket::close));
        if (status.code() == CloseStatus.ABNORMAL) {
            awaitQuiet();
            socket.endOutput();
        }
        endSide();
        endWritten.countDown();
        if (withoutResponse) {
            socket.close();
        }
    }

    private void awaitQuiet() {
        try {
            TimeUnit.NANOSECONDS.sleep(QUIET_NANOS - (System.nanoTime() - lastWritten));
        } catch (InterruptedException serverClosed) {
            Thread.currentThread().interrupt();
        }
    }

    private void endSide() {
        if (endedSides.incrementAndGet() == BOTH_SIDES) {
            socket.endOutput();
        }
    }

    @Override
    public void close(int code, String reason) {
        if (code < 1000 || code > 4999) {
            throw new IllegalArgumentException("The close code is " + code + ". Use one from 1000 to 4999.");
        }
        if (code == CloseStatus.ABNORMAL) {
            cause.compareAndSet(null, reason);
        }
        end(new CloseStatus(code, reason));
    }

    private boolean end(CloseStatus status) {
        SendQueue.Added added = queue.end(status);
        if (added == SendQueue.Added.CLOSED) {
            return false;
        }
        timers.add(threads.after(settings.timeouts().flush(), this::endUnread));
        return added == SendQueue.Added.QUEUED || startWriter();
    }

    private void endUnread() {
        if (endWritten.getCount() > 0) {
            reset("The client has not read what was queued before the close frame within "
                    + settings.timeouts().flush() + ".");
        }
    }

    /** Closes the connection because the server closes: behind what is queued, and without waiting for a response. */
    void goAway() {
        withoutResponse = true;
        end(new CloseStatus(CloseStatus.GOING_AWAY, "The server is closed."));
        if (endWritten.getCount() == 0) {
            socket.close();
        }
    }

    @Override
    public void abort() {
        reset("The server has reset the connection.");
    }

    private void reset(String why) {
        cause.compareAndSet(null, why);
        queue.discard();
        socket.reset();
        endWritten.countDown();
    }

    @Override
    public boolean isOpen() {
        return !queue.isClosed();
    }
}
