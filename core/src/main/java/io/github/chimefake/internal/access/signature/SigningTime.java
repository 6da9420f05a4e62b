package io.github.chimefake.internal.access.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads the time at which a request was signed, in a tenth of the time of a formatter, because each request has one. */
final class SigningTime {
    private static final int LENGTH = "20260101T120000Z".length();
    private static final int TIME = "20260101".length();

    private SigningTime() {}

    /**
     * Returns the time.
     *
     * @param timestamp as {@link AuthorizationReader#TIMESTAMP} writes it
     * @throws DateTimeException if it is not such a text, or there is no such time
     */
    static Instant parse(String timestamp) {
        if (timestamp.length() != LENGTH || timestamp.charAt(TIME) != 'T' || timestamp.charAt(LENGTH - 1) != 'Z') {
            throw new DateTimeException("Not in ISO 8601 basic format: " + timestamp);
        }
        return LocalDateTime.of(
                        number(timestamp, 0, 4),
                        number(timestamp, 4, 6),
                        number(timestamp, 6, 8),
                        number(timestamp, 9, 11),
                        number(timestamp, 11, 13),
                        number(timestamp, 13, 15))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new DateTimeException("Not a digit at " + i + ": " + text);
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
