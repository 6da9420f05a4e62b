package io.github.chimefake.internal.websocket;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** How much clients may send, how much may wait for them, and how long they may take. */
public record WebSocketSettings(
        Limits limits, SendLimits sendLimits, Timeouts timeouts, Supplier<Optional<SSLContext>> tls) {
    /** Enough for what applications do. */
    public static final WebSocketSettings DEFAULTS = new WebSocketSettings(
            new Limits(64 * 1024, 128 * 1024, 10_000),
            new SendLimits(10_000, 16L * 1024 * 1024),
            new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(1)),
            Optional::empty);

    /**
     * How much clients may send.
     *
     * @param headerBytes how long the head of a request may be
     * @param messageBytes how long a message may be, with all its fragments
     * @param connections how many connections may be open; more are reset at once
     */
    public record Limits(int headerBytes, int messageBytes, int connections) {}

    /**
     * How much may wait for one client. More resets its connection.
     *
     * @param frames how many messages and control frames
     * @param bytes how long these may be together
     */
    public record SendLimits(int frames, long bytes) {}

    /**
     * How long clients may take.
     *
     * @param handshake to send the head of a request
     * @param flush to read what was queued before a close frame
     * @param close to respond to a close frame
     */
    public record Timeouts(Duration handshake, Duration flush, Duration close) {}

    public WebSocketSettings withLimits(Limits other) {
        return new WebSocketSettings(other, sendLimits, timeouts, tls);
    }

    public WebSocketSettings withSendLimits(SendLimits other) {
        return new WebSocketSettings(limits, other, timeouts, tls);
    }

    public WebSocketSettings withTimeouts(Timeouts other) {
        return new WebSocketSettings(limits, sendLimits, other, tls);
    }

    /** Serves TLS, too, on the same port, to clients that begin with it, while the supplier has a context. */
    public WebSocketSettings withTls(Supplier<Optional<SSLContext>> context) {
        return new WebSocketSettings(limits, sendLimits, timeouts, context);
    }
}
