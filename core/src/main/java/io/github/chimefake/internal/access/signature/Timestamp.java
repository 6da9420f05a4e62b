package io.github.chimefake.internal.access.signature;

import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;

/** Reads the time that a request was signed at. */
final class Timestamp {
    private static final String USUAL = "YYYYMMDDTHHMMSSZ";

    private Timestamp() {}

    /**
     * Reads what {@link AuthorizationReader#TIMESTAMP} reads, which is asked only for what has another form, such as years beyond
     * 9999: a formatter takes as long over a timestamp as hashing the whole request does.
     *
     * @throws DateTimeException if there is no such time
     */
    static Instant parse(String timestamp) {
        if (!isUsual(timestamp)) {
            return AuthorizationReader.TIMESTAMP.parse(timestamp, Instant::from);
        }
        return LocalDateTime.of(
                        number(timestamp, 0, 4),
                        number(timestamp, 4, 6),
                        number(timestamp, 6, 8),
                        number(timestamp, 9, 11),
                        number(timestamp, 11, 13),
                        number(timestamp, 13, 15))
                .toInstant(UTC);
    }

    private static boolean isUsual(String timestamp) {
        if (timestamp.length() != USUAL.length() || timestamp.charAt(8) != 'T' || timestamp.charAt(15) != 'Z') {
            return false;
        }
        for (int i = 0; i < 15; i++) {
            if (i != 8 && (timestamp.charAt(i) < '0' || timestamp.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static int number(String timestamp, int from, int to) {
        return Integer.parseInt(timestamp, from, to, 10);
    }
}
