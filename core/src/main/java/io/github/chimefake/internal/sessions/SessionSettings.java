package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.sessions.SessionEnd;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What a test can set about messaging sessions. Immutable.
 *
 * @param closeCodes the codes that a test has set
 * @param pingInterval zero for no pings
 * @param tls with which connections over TLS are accepted; empty if a test has set nothing
 */
record SessionSettings(Map<SessionEnd, Integer> closeCodes, Duration pingInterval, Optional<SSLContext> tls) {
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(365);

    /** AWS does not publish the interval. */
    static final SessionSettings DEFAULT = new SessionSettings(Map.of(), Duration.ofSeconds(30), Optional.empty());

    SessionSettings {
        closeCodes = Map.copyOf(closeCodes);
    }

    int closeCode(SessionEnd end) {
        return closeCodes.getOrDefault(end, end.defaultCode());
    }

    SessionSettings withCloseCode(SessionEnd end, int code) {
        CloseCodes.requireOrAbnormal("sessions().closeCode(" + end + ", " + code + ")", code);
        Map<SessionEnd, Integer> codes = new EnumMap<>(SessionEnd.class);
        codes.putAll(closeCodes);
        codes.put(end, code);
        return new SessionSettings(codes, pingInterval, tls);
    }

    SessionSettings withPingInterval(Duration interval) {
        return new SessionSettings(
                closeCodes, requirePingInterval("sessions().pingInterval(" + interval + ")", interval), tls);
    }

    SessionSettings withTls(SSLContext context) {
        return new SessionSettings(closeCodes, pingInterval, Optional.of(context));
    }

    static Duration requirePingInterval(String call, Duration interval) {
        boolean valid = interval.isZero()
                || (interval.compareTo(SHORTEST_INTERVAL) >= 0 && interval.compareTo(LONGEST_INTERVAL) <= 0);
        if (!valid) {
            throw new IllegalArgumentException(
                    call
                            + ": expected an interval of 10 ms to 365 days, or zero for no pings. Use for example Duration.ofSeconds(30)");
        }
        return interval;
    }
}
