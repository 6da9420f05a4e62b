package io.github.chimefake.internal.exchange;

import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it goes onto the wire.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param body the body; empty for none
 * @param delay how long the answer is held back
 * @param connectionFault what happens to the connection instead of the answer
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once and compared nowhere.
public record HttpResponse(
        int status,
        Map<String, String> headers,
        byte[] body,
        Duration delay,
        Optional<ConnectionFault> connectionFault) {
    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    /** An answer that is sent at once, over a healthy connection. */
    public HttpResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Duration.ZERO, Optional.empty());
    }
}
