package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.sessions.SessionEnd;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a test can set about messaging sessions. Immutable.
 *
 * @param closeCodes the codes that a test has set
 */
record SessionSettings(Map<SessionEnd, Integer> closeCodes, Duration pingInterval) {
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

    /** AWS does not publish the interval. */
    static final SessionSettings DEFAULT = new SessionSettings(Map.of(), Duration.ofSeconds(30));

    SessionSettings {
        closeCodes = Map.copyOf(closeCodes);
    }

    int closeCode(SessionEnd end) {
        return closeCodes.getOrDefault(end, end.defaultCode());
    }

    SessionSettings withCloseCode(SessionEnd end, int code) {
        if (code != CloseCodes.ABNORMAL) {
            CloseCodes.require("sessions().closeCode(" + end + ", " + code + ")", code);
        }
        Map<SessionEnd, Integer> codes = new EnumMap<>(SessionEnd.class);
        codes.putAll(closeCodes);
        codes.put(end, code);
        return new SessionSettings(codes, pingInterval);
    }

    SessionSettings withPingInterval(Duration interval) {
        if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new IllegalArgumentException("sessions().pingInterval(" + interval
                    + "): the interval must be at least 10 ms. Use for example Duration.ofSeconds(30)");
        }
        return new SessionSettings(closeCodes, interval);
    }
}
