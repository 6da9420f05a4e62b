package io.github.chimefake.gateway;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the {@code Date} header tells them, to the second: all answers within one have the same. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
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
}
