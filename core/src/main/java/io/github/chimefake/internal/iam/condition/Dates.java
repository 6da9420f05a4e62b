package io.github.chimefake.internal.iam.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Parses dates of policies and requests: one of the ISO 8601 formats of the W3C's note, or seconds since 1970. Four digits
 * are read as seconds, because they cannot be told from a year.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">Date and time formats</a>
 */
final class Dates {
    private static final int LENGTH_OF_MONTH = "2026-11".length();
    private static final int LENGTH_OF_DAY = "2026-11-22".length();

    private Dates() {}

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(instant(text));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        if (isWholeNumber(text)) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        if (text.length() == LENGTH_OF_MONTH) {
            return YearMonth.parse(text).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return text.length() == LENGTH_OF_DAY
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isWholeNumber(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.chars().allMatch(unit -> unit >= '0' && unit <= '9');
    }
}
