package io.github.chimefake.internal.gateway;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class HttpDateTest {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

    private final HttpDate date = new HttpDate();

    @Test
    void tellsTheTimeAsHttpWritesIt() {
        assertThat(date.format(TIME)).isEqualTo("Wed, 04 Mar 2026 05:06:07 GMT");
    }

    @Test
    void isTheSameWithinASecondAndGoesOnWithTheNext() {
        String first = date.format(TIME);

        assertThat(date.format(TIME.plusMillis(999))).isEqualTo(first);
        assertThat(date.format(TIME.plusMillis(1000))).isEqualTo("Wed, 04 Mar 2026 05:06:08 GMT");
    }

    @Test
    void tellsTheTimeOfACallThatTookLongerThanALaterOne() {
        date.format(TIME.plusSeconds(1));

        assertThat(date.format(TIME)).isEqualTo("Wed, 04 Mar 2026 05:06:07 GMT");
    }

    @Test
    void namesEveryDayAndMonthAsTheJdkDoes() {
        Instant tenth = Instant.parse("2026-01-10T00:00:00Z"); // The JDK leaves the zero of an earlier day out.
        for (int months = 0; months < 12; months++) {
            for (int days = 0; days < 7; days++) {
                ZonedDateTime time = tenth.atZone(UTC).plusMonths(months).plusDays(days);

                assertThat(date.format(time.toInstant())).isEqualTo(RFC_1123_DATE_TIME.format(time));
            }
        }
    }
}
