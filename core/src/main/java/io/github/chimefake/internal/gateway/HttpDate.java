package io.github.chimefake.internal.gateway;

import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Formats times for the {@code Date} header. The header has a resolution of one second, so the latest text is reused
 * within a second.
 */
final class HttpDate {
    /**
     * The names are written out, because looking up those of a locale takes longer than all the rest of the first
     * response.
     */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendText(DAY_OF_WEEK, names("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
            .appendPattern(", dd ")
            .appendText(
                    MONTH_OF_YEAR,
                    names("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
            .appendPattern(" uuuu HH:mm:ss 'GMT'")
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private volatile Second latest = new Second(Long.MIN_VALUE, "");

    private record Second(long epochSecond, String text) {}

    String format(Instant time) {
        Second second = latest;
        if (second.epochSecond() != time.getEpochSecond()) {
            second = new Second(time.getEpochSecond(), FORMAT.format(time));
            latest = second;
        }
        return second.text();
    }

    private static Map<Long, String> names(String... names) {
        Map<Long, String> byNumber = new HashMap<>();
        for (String name : names) {
            byNumber.put(byNumber.size() + 1L, name);
        }
        return byNumber;
    }
}
