package io.github.chimefake.internal.faults;

import java.time.Instant;

/**
 * A time on the clock of the fake.
 *
 * @param start the first instant in it
 * @param end the first instant after it
 */
record FaultWindow(Instant start, Instant end) {
    FaultWindow {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("during(" + start + ", " + end + "): the start must be before the end");
        }
    }

    boolean contains(Instant now) {
        return !now.isBefore(start) && now.isBefore(end);
    }

    @Override
    public String toString() {
        return "from " + start + " until " + end;
    }
}
