package io.github.chimefake.journal;

import io.github.chimefake.call.Call;
import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.call.HttpCall;
import io.github.chimefake.call.RequestFilter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The calls that a fake has seen since the last reset, oldest first; an entry is complete before its answer leaves.
 * Bounded: {@link #evicted()} says how many of the oldest are gone.
 *
 * <pre>{@code
 * assertThat(chime.journal().requests(SendChannelMessageRequest.class))
 *         .extracting(SendChannelMessageRequest::content)
 *         .containsExactly("hello");
 * }</pre>
 */
public final class Journal {
    private static final String LINE = System.lineSeparator();

    private final int capacity;
    private Map<Object, RecordedCall> calls = new LinkedHashMap<>();
    private List<RecordedCall> lateCalls = new ArrayList<>();
    private long evicted;

    /**
     * An empty journal.
     *
     * @param capacity how many invocations it holds at most
     */
    public Journal(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A journal of " + capacity + " calls: it must hold at least 1");
        }
        this.capacity = capacity;
    }

    /** Notes an attempt of a call; attempts of one invocation become one entry. */
    public void record(HttpCall http, Optional<Call> call, RecordedAttempt attempt) {
        Object key = call.flatMap(bound -> bound.attempt().invocationId())
                .map(Object.class::cast)
                .orElseGet(Object::new);
        note(key, RecordedCall.of(http, call, attempt), attempt);
    }

    private synchronized void note(Object key, RecordedCall first, RecordedAttempt attempt) {
        calls.merge(key, first, (known, again) -> known.plus(attempt));
        if (calls.size() > capacity) {
            Iterator<Object> oldest = calls.keySet().iterator();
            oldest.next();
            oldest.remove();
            evicted++;
        }
    }

    /** Notes a call that a finished test left behind; it belongs to no test that runs now. */
    public synchronized void recordLate(HttpCall http, Optional<Call> call, RecordedAttempt attempt) {
        if (lateCalls.size() < capacity) {
            lateCalls.add(RecordedCall.of(http, call, attempt));
        }
    }

    /** Every call. */
    public synchronized List<RecordedCall> calls() {
        return List.copyOf(calls.values());
    }

    /** The calls of one operation. */
    public List<RecordedCall> calls(ChimeOperation operation) {
        return calls().stream()
                .filter(call -> call.operation().equals(Optional.of(operation)))
                .toList();
    }

    /** The calls that were refused in the end, whatever the reason. */
    public List<RecordedCall> refusals() {
        return calls().stream().filter(call -> call.refusal().isPresent()).toList();
    }

    /** The calls that policies would have refused, had they been enforced. */
    public List<RecordedCall> softDenials() {
        return calls().stream().filter(call -> call.softDenial().isPresent()).toList();
    }

    /**
     * The requests of one type, refused ones included, in the SDK's own type.
     *
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags: these are messaging's here
     */
    public <R extends AwsRequest> List<R> requests(Class<R> type) {
        RequestFilter.requireReceivable(type);
        return calls().stream()
                .flatMap(call -> call.request().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Calls of tests that were over when they arrived. They were refused. */
    public synchronized List<RecordedCall> lateCalls() {
        return List.copyOf(lateCalls);
    }

    /** How many calls were dropped because the journal was full. */
    public synchronized long evicted() {
        return evicted;
    }

    /** Forgets everything. */
    public synchronized void clear() {
        calls = new LinkedHashMap<>(); // Clearing one costs the more the fuller it was.
        lateCalls = new ArrayList<>();
        evicted = 0;
    }

    /**
     * The calls with their answers, as they are printed under a failed test: if there are many, the latest, and all that did
     * not simply succeed.
     */
    @Override
    public String toString() {
        return printout().get();
    }

    /** Returns what prints the calls that are there now, if it is asked to: a test that passes needs no text. */
    public synchronized Supplier<String> printout() {
        List<RecordedCall> now = List.copyOf(calls.values());
        List<RecordedCall> late = List.copyOf(lateCalls);
        long gone = evicted;
        return () -> print(now, late, gone);
    }

    private String print(List<RecordedCall> recorded, List<RecordedCall> late, long gone) {
        StringBuilder text = new StringBuilder();
        if (gone > 0) {
            text.append("(the oldest ").append(gone).append(" calls are gone: the journal holds ");
            text.append(capacity).append(')').append(LINE);
        }
        text.append(JournalPrinter.print(recorded, gone));
        for (RecordedCall call : late) {
            text.append("late: ").append(call).append(LINE);
        }
        return text.isEmpty() ? "no calls" + LINE : text.toString();
    }
}
