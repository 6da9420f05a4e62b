package io.github.chimefake.internal.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A request as it came off the wire.
 *
 * @param method for example {@code POST}
 * @param target path and query, byte for byte as sent: still percent-encoded
 * @param headers every header line in the order received
 * @param body the raw body; not to be changed
 * @param receivedAt by the true clock, which is the one that signatures are made with
 */
@SuppressWarnings(
        "ArrayRecordComponent") // A body is copied nowhere on its way through the gates, and compared nowhere.
public record HttpRequest(String method, String target, List<Header> headers, byte[] body, Instant receivedAt) {
    public HttpRequest {
        headers = List.copyOf(headers);
    }

    /** One header line. */
    public record Header(String name, String value) {}

    /** The first value of the header, whose name is matched without regard to case. */
    public Optional<String> header(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** All values of the header, whose name is matched without regard to case, in the order received. */
    public List<String> headerValues(String name) {
        List<String> values = new ArrayList<>(1);
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                values.add(header.value());
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** The path, still percent-encoded, without the query. */
    public String rawPath() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** The query, still percent-encoded, without the question mark; empty if there is none. */
    public String rawQuery() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** Method and target; no headers, which hold credentials. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
