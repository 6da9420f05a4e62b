package io.github.chimefake.internal.sweep.output;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Copies what the threads of a run write to {@code System.out} and {@code System.err}: the thread that starts it, and those that are created
 * by them. A thread of a pool belongs to the run that created it, and later to the next run of its sweep, or of the only one in progress. A
 * thread that was there before the first run is not seen, nor is what a logger other than {@code java.util.logging} writes that has kept another
 * stream.
 */
public final class OutputTap implements AutoCloseable {
    private static final InheritableThreadLocal<OutputTap> OF_THREAD = new InheritableThreadLocal<>();
    private static final Set<OutputTap> ACTIVE = ConcurrentHashMap.newKeySet();
    private static final int MOST_BYTES = 4_000_000;

    private final Object sweep;
    private final Optional<OutputTap> outer = Optional.ofNullable(OF_THREAD.get());
    private ByteArrayOutputStream copy = new ByteArrayOutputStream();

    private OutputTap(Object sweep) {
        this.sweep = sweep;
    }

    /**
     * Starts to copy what the current thread writes.
     *
     * @param sweep identifies the sweep that the run belongs to
     */
    public static OutputTap start(Object sweep) {
        OutputTap tap = new OutputTap(sweep);
        OF_THREAD.set(tap);
        synchronized (ACTIVE) {
            ACTIVE.add(tap);
            TappedLog.install(); // First, as it may let the handler be created, which keeps the stream that it finds.
            TappedStream.install();
        }
        return tap;
    }

    /** Returns the tap that gets what the current thread writes. */
    static Optional<OutputTap> ofCurrentThread() {
        OutputTap own = OF_THREAD.get();
        if (own == null || ACTIVE.contains(own)) {
            return Optional.ofNullable(own);
        }
        Set<OutputTap> active = Set.copyOf(ACTIVE);
        return active.stream()
                .filter(tap -> tap.sweep == own.sweep || active.size() == 1)
                .findFirst();
    }

    synchronized void write(byte[] bytes, int offset, int length) {
        copy.write(bytes, offset, Math.min(length, Math.max(0, MOST_BYTES - copy.size())));
    }

    void write(String text) {
        byte[] bytes = text.getBytes(TappedStream.charset(System.out));
        write(bytes, 0, bytes.length);
    }

    /** Returns what was written. */
    public synchronized String text() {
        return copy.toString(TappedStream.charset(System.out));
    }

    /** Called on the thread that has started it. */
    @Override
    public void close() {
        outer.ifPresentOrElse(OF_THREAD::set, OF_THREAD::remove);
        synchronized (ACTIVE) {
            ACTIVE.remove(this);
            if (ACTIVE.isEmpty()) {
                TappedLog.uninstall();
                TappedStream.uninstall();
            }
        }
        synchronized (this) { // Threads that the run has created may live on, and refer to it.
            copy = new ByteArrayOutputStream(0);
        }
    }
}
