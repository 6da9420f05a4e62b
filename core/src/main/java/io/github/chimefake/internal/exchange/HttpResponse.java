package io.github.chimefake.internal.exchange;

import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP response as sent.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param body the body; empty for none
 * @param delay how long the response is delayed
 * @param connectionFault the connection failure that replaces the response
 */
@SuppressWarnings("ArrayRecordComponent") // The body is not copied, for speed, and never compared.
public record HttpResponse(
        int status,
        Map<String, String> headers,
        byte[] body,
        Duration delay,
        Optional<ConnectionFault> connectionFault) {
    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    /** Creates a response that is sent immediately, without a connection failure. */
    public HttpResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Duration.ZERO, Optional.empty());
    }
}
