package io.github.chimefake.internal.events;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.EventLog;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The log of a fake. Holds what is needed to compute payloads and receivers, and computes neither by itself. */
public final class DefaultEventLog implements EventLog {
    private final int capacity;
    private final boolean printsTexts;
    private final Runnable changed;
    private final AtomicLong numbers = new AtomicLong();
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private Deque<DefaultMessagingEvent> events = new ArrayDeque<>();
    private long evicted;

    /**
     * Creates an empty log.
     *
     * @param capacity the maximum number of events; the oldest is removed first
     * @param printsTexts whether printouts contain contents of messages and names of channels
     * @param changed runs after events were added
     */
    public DefaultEventLog(int capacity, boolean printsTexts, Runnable changed) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A log of " + capacity + " events: it must hold at least 1");
        }
        this.capacity = capacity;
        this.printsTexts = printsTexts;
        this.changed = changed;
    }

    /** Returns the number of the next event. Not reset. */
    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    /** Adds the events of a write. Called within the write, before its state is visible. */
    public void add(List<EmittedEvent> written) {
        if (written.isEmpty()) {
            return;
        }
        synchronized (this) {
            for (EmittedEvent event : written) {
                events.add(new DefaultMessagingEvent(event, printsTexts));
                if (events.size() > capacity) {
                    events.remove();
                    evicted++;
                }
            }
        }
        changed.run();
    }

    /** Tells the listeners of the events of a write. Called within the write, when its state is visible. */
    public void tell(List<EmittedEvent> written) {
        for (EventListener listener : listeners) {
            written.forEach(listener::emitted);
        }
    }

    /** Adds a listener, which is told of the events of later writes. */
    public void subscribe(EventListener listener) {
        listeners.add(listener);
    }

    /** Removes a listener. It may still be told of the events of a write that is under way. */
    public void unsubscribe(EventListener listener) {
        listeners.remove(listener);
    }

    /** Removes all events. The listeners stay. */
    public synchronized void clear() {
        events = new ArrayDeque<>(); // The time to clear a deque grows with its size.
        evicted = 0;
    }

    synchronized EventLogSnapshot snapshot() {
        return new EventLogSnapshot(List.copyOf(events), evicted, capacity);
    }

    private List<MessagingEvent> all(Predicate<EmittedEvent> condition) {
        List<DefaultMessagingEvent> now;
        synchronized (this) {
            now = List.copyOf(events);
        }
        return now.stream()
                .filter(event -> condition.test(event.logged()))
                .<MessagingEvent>map(event -> event)
                .toList();
    }

    @Override
    public List<MessagingEvent> all() {
        return all(event -> true);
    }

    @Override
    public List<MessagingEvent> of(MessagingEventType type) {
        return all(event -> event.type() == type);
    }

    @Override
    public List<MessagingEvent> forUser(ChimeUser user) {
        return all().stream().filter(event -> event.isFor(user)).toList();
    }

    @Override
    public List<MessagingEvent> inChannel(ChimeChannel channel) {
        return inChannel(channel.arn());
    }

    @Override
    public List<MessagingEvent> inChannel(String channelArn) {
        if (!(Arn.of(channelArn) instanceof ChannelArn channel)) {
            throw new IllegalArgumentException("inChannel(\"" + channelArn
                    + "\"): this is not the ARN of a channel, which has the form arn:…:app-instance/ID/channel/ID");
        }
        return all(event -> event.channel().equals(channel));
    }

    @Override
    public synchronized long evicted() {
        return evicted;
    }

    @Override
    public String toString() {
        return snapshot().toString();
    }
}
