package io.github.chimefake.internal.journal;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.lifetime.UserCodeException;
import io.github.chimefake.journal.RecordedCall;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Who is told of responses after they were sent. */
final class ResponseListeners {
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();

    /** By the thread that serves the request, as it is the one that sends the response. */
    private final Map<Thread, RecordedCall> unsent = new ConcurrentHashMap<>();

    private final class Listening implements Registration {
        private final Consumer<RecordedCall> listener;
        private final AtomicInteger times = new AtomicInteger();

        Listening(Consumer<RecordedCall> listener) {
            this.listener = listener;
        }

        /** The response was sent, so a failure of the listener can only be logged. */
        void tell(RecordedCall call) {
            times.incrementAndGet();
            try {
                listener.accept(call);
            } catch (Throwable failure) {
                System.getLogger(ResponseListeners.class.getName())
                        .log(
                                Level.WARNING,
                                "A listener of journal().onResponse(…) failed: " + UserCodeException.describe(failure)
                                        + ". Other listeners are called, and the response was sent. Correct the"
                                        + " listener, or close its registration",
                                failure);
            }
        }

        @Override
        public int timesApplied() {
            return times.get();
        }

        @Override
        public void close() {
            listeners.remove(this);
        }

        @Override
        public String toString() {
            return "a listener of responses";
        }
    }

    Registration add(Consumer<RecordedCall> listener) {
        Listening added = new Listening(listener);
        listeners.add(added);
        return added;
    }

    /** Notes a call whose last response the current thread is about to send. */
    void recorded(RecordedCall call) {
        if (!listeners.isEmpty()) {
            unsent.put(Thread.currentThread(), call);
        }
    }

    /** Tells the listeners of the response that the current thread has sent, if there is one. */
    void responseSent() {
        RecordedCall sent = unsent.isEmpty() ? null : unsent.remove(Thread.currentThread());
        if (sent != null) {
            listeners.forEach(listening -> listening.tell(sent));
        }
    }

    void restart() {
        listeners.forEach(listening -> listening.times.set(0));
    }
}
