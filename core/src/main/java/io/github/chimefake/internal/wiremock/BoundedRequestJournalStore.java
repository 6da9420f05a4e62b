package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A bounded store of the latest requests, for WireMock's {@code verify} and near misses. WireMock's own limit counts
 * all entries on each request; this store does not. Returns the newest request first, as WireMock's store does.
 */
final class BoundedRequestJournalStore implements RequestJournalStore {
    private final int capacity;
    private Map<UUID, ServeEvent> events = new LinkedHashMap<>();

    BoundedRequestJournalStore(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized void add(ServeEvent event) {
        events.put(event.getId(), event);
        if (events.size() > capacity) {
            removeLast();
        }
    }

    /**
     * Replaces an event only if it is still stored. WireMock puts an event again after sending its response; if a reset
     * has removed it in the meantime, it must not be added again.
     */
    @Override
    public synchronized void put(UUID id, ServeEvent event) {
        events.replace(id, event);
    }

    @Override
    public synchronized Stream<ServeEvent> getAll() {
        List<ServeEvent> newestFirst = new ArrayList<>(events.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream();
    }

    @Override
    public synchronized Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public synchronized void remove(UUID id) {
        events.remove(id);
    }

    @Override
    public synchronized void removeLast() {
        Iterator<UUID> oldest = events.keySet().iterator();
        if (oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public synchronized void clear() {
        events = new LinkedHashMap<>(); // The time to clear a map grows with its size.
    }
}
