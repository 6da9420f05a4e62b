package io.github.chimefake.internal.iam.condition;

import java.math.BigDecimal;
import java.util.Optional;

/** Parses numbers of policies and requests. */
final class Numbers {
    /** Longer numbers are rejected, because comparing them could take very long. */
    private static final int LONGEST = 100;

    private Numbers() {}

    static Optional<BigDecimal> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) <= LONGEST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
