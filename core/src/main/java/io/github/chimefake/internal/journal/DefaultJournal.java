package io.github.chimefake.internal.journal;

import static java.util.Comparator.comparingLong;

import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.filter.RequestFilter;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedWork;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequest;

/** The journal of a fake. The gateway records calls in it. */
public final class DefaultJournal implements Journal {
    private static final String LINE = System.lineSeparator();

    private final int capacity;
    private final boolean printsTexts;
    private final FakeLifetime lifetime;
    private Map<Object, JournalEntry> calls = new LinkedHashMap<>();
    private List<JournalEntry> lateCalls = new ArrayList<>();
    private JournalNotes notes;
    private long evicted;
    private final AtomicLong received = new AtomicLong();
    private final JournalChanges changes = new JournalChanges();
    private final ResponseListeners listeners = new ResponseListeners();

    /**
     * Creates an empty journal.
     *
     * @param capacity the maximum number of calls; the oldest is removed first
     * @param printsTexts whether printouts contain contents of messages and names of resources
     * @param lifetime whether the fake is running
     */
    public DefaultJournal(int capacity, boolean printsTexts, FakeLifetime lifetime) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A journal of " + capacity + " calls: it must hold at least 1");
        }
        this.capacity = capacity;
        this.notes = new JournalNotes(capacity);
        this.printsTexts = printsTexts;
        this.lifetime = lifetime;
    }

    /** Returns the maximum number of calls. */
    public int capacity() {
        return capacity;
    }

    /** Returns whether printouts contain contents of messages and names of resources. */
    public boolean printsTexts() {
        return printsTexts;
    }

    /** Returns the number of a request that is being received. Not reset. */
    public long nextRequest() {
        return received.incrementAndGet();
    }

    /** Returns the number of the last request that was received. */
    public long lastRequest() {
        return received.get();
    }

    /** Returns the changes of this journal. */
    public JournalChanges changes() {
        return changes;
    }

    /** Records something that the service has done after it had responded. */
    public synchronized void recordWork(FinishedWork work) {
        add(new JournalWork(work, lastRequest(), printsTexts));
    }

    /** Records something that happened on messaging sessions. */
    public void recordSocket(SocketNote note) {
        recordSocket(note, lastRequest());
    }

    /**
     * Records something that happened on messaging sessions because of a call.
     *
     * @param after the number of the last request that was received when the call was served
     */
    public synchronized void recordSocket(SocketNote note, long after) {
        add(new JournalSocket(note, after));
    }

    private void add(JournalNote note) {
        notes.add(note);
        changes.changed();
    }

    /** Records an attempt. Attempts with the same invocation id become one entry. */
    public void record(HttpRequest http, Optional<Call> call, JournalAttempt attempt) {
        Object key = call.flatMap(bound -> bound.attempt().invocationId())
                .map(Object.class::cast)
                .orElseGet(Object::new);
        add(key, JournalEntry.of(http, call, attempt, printsTexts), attempt);
    }

    private synchronized void add(Object key, JournalEntry first, JournalAttempt attempt) {
        JournalEntry recorded = calls.merge(key, first, (known, again) -> known.plus(attempt));
        listeners.recorded(recorded);
        if (calls.size() > capacity) {
            Iterator<Object> oldest = calls.keySet().iterator();
            oldest.next();
            oldest.remove();
            evicted++;
        }
        changes.changed();
    }

    /** Records a late call, which an earlier test or generation started. */
    public synchronized void recordLate(HttpRequest http, Optional<Call> call, JournalAttempt attempt) {
        JournalEntry late = JournalEntry.of(http, call, attempt, printsTexts);
        if (lateCalls.size() < capacity) {
            lateCalls.add(late);
        }
        listeners.recorded(late);
        changes.changed();
    }

    /** Tells the listeners of the response that the current thread has sent. Called without a lock. */
    public void responseSent() {
        listeners.responseSent();
    }

    /** Marks the end of the fake. */
    public void end() {
        changes.end();
        listeners.end();
    }

    @Override
    public Registration onResponse(Consumer<RecordedCall> listener) {
        lifetime.requireRunning("onResponse(listener)");
        return listeners.add(listener);
    }

    @Override
    public List<RecordedCall> calls() {
        return List.copyOf(entries());
    }

    /** Returns the entries in the order in which their requests were received, which is not that of the responses. */
    private synchronized List<JournalEntry> entries() {
        return calls.values().stream()
                .sorted(comparingLong(JournalEntry::order))
                .toList();
    }

    @Override
    public List<RecordedCall> calls(Operation operation) {
        return calls().stream()
                .filter(call -> call.operation().equals(Optional.of(operation)))
                .toList();
    }

    @Override
    public List<RecordedCall> failures() {
        return calls().stream().filter(call -> call.errorResponse().isPresent()).toList();
    }

    @Override
    public List<RecordedCall> denials() {
        return calls().stream()
                .filter(call -> call.errorResponse()
                        .filter(response -> response.error().isDenial())
                        .isPresent())
                .toList();
    }

    @Override
    public List<RecordedCall> auditModeDenials() {
        return calls().stream()
                .filter(call -> call.auditModeDenial().isPresent())
                .toList();
    }

    @Override
    public <R extends AwsRequest> List<R> requests(Class<R> type) {
        RequestFilter.requireReceivable(type);
        return calls().stream()
                .flatMap(call -> call.request().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public synchronized List<RecordedCall> lateCalls() {
        return List.copyOf(lateCalls);
    }

    @Override
    public synchronized List<RecordedWork> backgroundWork() {
        return notes.all().stream()
                .filter(JournalWork.class::isInstance)
                .map(RecordedWork.class::cast)
                .toList();
    }

    @Override
    public synchronized long evictedCalls() {
        return evicted;
    }

    /** Removes all calls and background work, and resets the counters. */
    public synchronized void clear() {
        calls = new LinkedHashMap<>(); // The time to clear a map grows with its size.
        lateCalls = new ArrayList<>();
        notes = new JournalNotes(capacity);
        evicted = 0;
        listeners.restart();
        changes.cleared();
    }

    @Override
    public String toString() {
        return printout().get();
    }

    /**
     * Returns a supplier of the printout of the current calls. The text is created only on request, because a test that
     * passes does not need it.
     */
    public synchronized Supplier<String> printout() {
        List<JournalEntry> now = entries();
        List<JournalNote> later = notes.all();
        List<JournalEntry> late = List.copyOf(lateCalls);
        long gone = evicted;
        long droppedNotes = notes.dropped();
        return () -> print(now, later, late, gone, droppedNotes);
    }

    synchronized JournalSnapshot snapshot() {
        return new JournalSnapshot(entries(), evicted, printsTexts, printout());
    }

    /** Returns a printout of the late calls; empty if there are none. */
    public String printoutOfLateCalls() {
        List<JournalEntry> late;
        synchronized (this) {
            late = List.copyOf(lateCalls);
        }
        return String.join(LINE, JournalPrinter.linesOfLateCalls(late, printsTexts));
    }

    private String print(
            List<JournalEntry> recorded,
            List<JournalNote> later,
            List<JournalEntry> late,
            long gone,
            long droppedNotes) {
        StringBuilder text = new StringBuilder();
        if (gone > 0) {
            text.append(gone == 1 ? "(the oldest call was dropped" : "(the oldest " + gone + " calls were dropped")
                    .append(": the journal holds ")
                    .append(capacity)
                    .append(')')
                    .append(LINE);
        }
        if (droppedNotes > 0) {
            text.append("(of background work and sessions, the oldest ")
                    .append(droppedNotes == 1 ? "note was" : droppedNotes + " notes were")
                    .append(" dropped: the journal holds ")
                    .append(capacity)
                    .append(" ordinary ones, and as many others)")
                    .append(LINE);
        }
        JournalPrinter.lines(recorded, later, late, gone, printsTexts)
                .forEach(line -> text.append(line).append(LINE));
        return text.isEmpty() ? "no calls" + LINE : text.toString();
    }
}
