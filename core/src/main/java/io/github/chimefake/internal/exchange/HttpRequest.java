package io.github.chimefake.internal.exchange;

import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.http.PrintedTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP request as received.
 *
 * @param method for example {@code POST}
 * @param target path and query as sent, percent-encoded
 * @param headers all header lines in the order received
 * @param body the raw body, which must not be changed
 * @param receivedAt the system time of the arrival, because clients sign with the system time
 * @param sender who sent it
 */
@SuppressWarnings("ArrayRecordComponent") // The body is not copied, for speed, and never compared.
public record HttpRequest(
        String method, String target, List<Header> headers, byte[] body, Instant receivedAt, Sender sender) {
    public HttpRequest {
        headers = List.copyOf(headers);
    }

    /** Creates a request that a client has sent over a connection. */
    public HttpRequest(String method, String target, List<Header> headers, byte[] body, Instant receivedAt) {
        this(method, target, headers, body, receivedAt, Sender.CLIENT);
    }

    /** Returns this request without its body. */
    public HttpRequest withoutBody() {
        return new HttpRequest(method, target, headers, new byte[0], receivedAt, sender);
    }

    /** Returns this request as sent by another. */
    public HttpRequest by(Sender other) {
        return other == sender ? this : new HttpRequest(method, target, headers, body, receivedAt, other);
    }

    /** One header line. */
    public record Header(String name, String value) {}

    /** Returns the first value of the header, whose name is matched without regard to case. */
    public Optional<String> header(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** Returns the host and port that the client used. Only HTTP/1.0 allows a request without. */
    public String host() {
        return header(HeaderNames.HOST).orElse("localhost");
    }

    /** Returns all values of the header, whose name is matched without regard to case, in the order received. */
    public List<String> headerValues(String name) {
        List<String> values = new ArrayList<>(1);
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                values.add(header.value());
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** Returns the path, percent-encoded, without the query. */
    public String rawPath() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** Returns the query, percent-encoded, without the question mark; empty if there is none. */
    public String rawQuery() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** Returns method and target, without credentials in headers and query. */
    @Override
    public String toString() {
        return method + " " + PrintedTarget.of(target);
    }
}
