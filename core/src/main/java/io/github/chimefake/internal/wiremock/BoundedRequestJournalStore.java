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
 * The last requests that WireMock saw, for its {@code verify} and near misses. Its own bound counts all entries on every
 * request; this one does not. Newest first, as WireMock's store gives them.
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
     * WireMock puts an event once more when its answer has been sent. By then a reset may have forgotten it, and it must not
     * come back.
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
        events = new LinkedHashMap<>(); // Clearing one costs the more the fuller it was.
    }
}
