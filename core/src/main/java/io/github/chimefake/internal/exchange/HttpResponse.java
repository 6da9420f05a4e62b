package io.github.chimefake.internal.exchange;

import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An HTTP response as sent.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param body the body; empty for none
 * @param delay how long the response is delayed
 * @param bodyDuration how long it takes to send the body; zero for as fast as possible
 * @param connectionFault the connection failure that replaces the response
 * @param changes what faults have changed in it, for the journal
 */
@SuppressWarnings("ArrayRecordComponent") // The body is not copied, for speed, and never compared.
public record HttpResponse(
        int status,
        Map<String, String> headers,
        byte[] body,
        Duration delay,
        Duration bodyDuration,
        Optional<ConnectionFault> connectionFault,
        List<String> changes) {
    public HttpResponse {
        headers = Map.copyOf(headers);
        changes = List.copyOf(changes);
    }

    /** Creates a response that is sent immediately, without a connection failure. */
    public HttpResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Duration.ZERO, Duration.ZERO, Optional.empty(), List.of());
    }

    /** Returns this response with these headers only. */
    public HttpResponse withHeaders(Map<String, String> others) {
        return new HttpResponse(status, others, body, delay, bodyDuration, connectionFault, changes);
    }

    /** Returns this response with a header, which replaces one of the same name in any letter case. */
    public HttpResponse withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return withHeaders(more);
    }

    /** Returns this response with another body. */
    public HttpResponse withBody(byte[] other) {
        return new HttpResponse(status, headers, other, delay, bodyDuration, connectionFault, changes);
    }

    /** Returns this response with a body that takes this long to be sent. */
    public HttpResponse withBodyDuration(Duration duration) {
        return new HttpResponse(status, headers, body, delay, duration, connectionFault, changes);
    }

    /** Returns this response with a delay, and with a connection failure in its place if there is one. */
    public HttpResponse sentWith(Duration before, Optional<ConnectionFault> fault) {
        return new HttpResponse(status, headers, body, before, bodyDuration, fault, changes);
    }

    /** Returns this response with a change by a fault. A change that leaves the response as it is is not noted. */
    public HttpResponse changedBy(ResponseChange change) {
        HttpResponse changed = change.change().apply(this);
        return changed.equals(this) ? this : changed.noting(change.description());
    }

    private HttpResponse noting(String description) {
        List<String> more =
                Stream.concat(changes.stream(), Stream.of(description)).toList();
        return new HttpResponse(status, headers, body, delay, bodyDuration, connectionFault, more);
    }
}
