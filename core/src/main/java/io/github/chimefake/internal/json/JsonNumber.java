package io.github.chimefake.internal.json;

import java.math.BigDecimal;

/**
 * A JSON number, represented exactly. A parsed number has at most {@value Json#MAX_NUMBER_LENGTH} digits before and
 * after the decimal point, so that arithmetic with it is cheap.
 *
 * @param value the number; {@code 1.0} and {@code 1} are different values
 */
public record JsonNumber(BigDecimal value) implements JsonValue {

    /** Returns a whole number. */
    public static JsonNumber of(long value) {
        return new JsonNumber(BigDecimal.valueOf(value));
    }

    @Override
    public String kind() {
        return "a number";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
