package io.github.chimefake.internal.websocket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What waits to be written to one client, with a limit. At most one thread writes it, and none while it is empty. */
final class SendQueue {
    private final int maxFrames;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean written;
    private boolean closed;

    SendQueue(int maxFrames, long maxBytes) {
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
    }

    /** What became of a frame that was added. */
    enum Added {
        /** It is queued, and a thread writes already. */
        QUEUED,
        /** It is queued, and the caller must let a thread write. */
        NOT_WRITTEN_YET,
        /** It is not queued, because too much is. */
        FULL,
        /** It is not queued, because the end is. */
        CLOSED
    }

    /** A frame, or the end of all frames. */
    sealed interface Outgoing {
        int length();
    }

    @SuppressWarnings("ArrayRecordComponent") // It is written once, and never changed.
    record Frame(byte[] bytes) implements Outgoing {
        @Override
        public int length() {
            return bytes.length;
        }
    }

    /** The last that is written. */
    record End(CloseStatus status) implements Outgoing {
        @Override
        public int length() {
            return 0;
        }
    }

    Added add(byte[] frame) {
        lock.lock();
        try {
            if (closed) {
                return Added.CLOSED;
            }
            if (waiting.size() >= maxFrames || bytes + frame.length > maxBytes) {
                return Added.FULL;
            }
            return append(new Frame(frame));
        } finally {
            lock.unlock();
        }
    }

    /** Adds the end, also if too much is queued. */
    Added end(CloseStatus status) {
        lock.lock();
        try {
            if (closed) {
                return Added.CLOSED;
            }
            closed = true;
            return append(new End(status));
        } finally {
            lock.unlock();
        }
    }

    private Added append(Outgoing outgoing) {
        waiting.add(outgoing);
        bytes += outgoing.length();
        if (written) {
            return Added.QUEUED;
        }
        written = true;
        return Added.NOT_WRITTEN_YET;
    }

    /** Returns what to write next, and removes it; null if that was all, which ends the caller's turn to write. */
    @Nullable
    Outgoing next() {
        lock.lock();
        try {
            Outgoing next = waiting.poll();
            if (next == null) {
                written = false;
            } else {
                bytes -= next.length();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Drops what waits. Nothing can be added any more. */
    void discard() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }
}
