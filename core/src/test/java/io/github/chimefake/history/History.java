package io.github.chimefake.history;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What concurrent clients did to lists and saw of them. Time is a counter that moves at every beginning and end of a call, so
 * that what came first needs no clock.
 */
final class History {
    private final AtomicLong time = new AtomicLong();
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();

    /** From when a call was made to when it was answered; it took effect somewhere in between. */
    record Interval(long invoked, long returned) {
        boolean isBefore(Interval other) {
            return returned < other.invoked;
        }
    }

    /** An item of a list, for example a message of a channel: what identifies it, and what it says. */
    record Item(String id, String content) {}

    /** Something that happened to a list. */
    sealed interface Event {
        /** Which list. */
        String list();

        Interval when();
    }

    /** An item was added, and the answer gave its id. */
    record Added(String list, Item item, Interval when) implements Event {}

    /** An item was removed. */
    record Removed(String list, String id, Interval when) implements Event {}

    /** The whole list was read, page after page. */
    record Listed(String list, Order order, List<Item> items, Interval when) implements Event {
        Listed {
            items = List.copyOf(items);
        }
    }

    /** How the items of a list stand. */
    enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST,
        NOT_BY_TIME
    }

    Item added(String list, Supplier<Item> call) {
        long invoked = time.incrementAndGet();
        Item item = call.get();
        events.add(new Added(list, item, new Interval(invoked, time.incrementAndGet())));
        return item;
    }

    void removed(String list, String id, Runnable call) {
        long invoked = time.incrementAndGet();
        call.run();
        events.add(new Removed(list, id, new Interval(invoked, time.incrementAndGet())));
    }

    void listed(String list, Order order, Supplier<List<Item>> call) {
        long invoked = time.incrementAndGet();
        List<Item> items = call.get();
        events.add(new Listed(list, order, items, new Interval(invoked, time.incrementAndGet())));
    }

    List<Event> events() {
        return List.copyOf(events);
    }
}
