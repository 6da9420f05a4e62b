package io.github.chimefake.internal.gateway;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.Instant;

/** Formats times for the {@code Date} header, to the second. */
final class HttpDate {
    private volatile Second latest = new Second(Long.MIN_VALUE, "");

    /** What all responses within one second have in common. */
    private record Second(long epochSecond, String text) {}

    String format(Instant time) {
        Second second = latest;
        if (second.epochSecond() != time.getEpochSecond()) {
            second = new Second(time.getEpochSecond(), text(time));
            latest = second;
        }
        return second.text();
    }

    /** The JDK writes a day before the tenth with one digit, HTTP with two. A pattern would look up the names of a locale. */
    private static String text(Instant time) {
        return RFC_1123_DATE_TIME.format(time.atOffset(UTC)).replaceFirst(", (?=\\d )", ", 0");
    }
}
