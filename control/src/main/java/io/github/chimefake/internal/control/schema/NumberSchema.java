package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import java.math.BigDecimal;

/**
 * A number in a range.
 *
 * @param description what it counts
 * @param whole whether it must be whole; {@code 1.0} is
 * @param min the lowest valid number
 * @param max the highest valid number
 */
public record NumberSchema(String description, boolean whole, BigDecimal min, BigDecimal max) implements Schema {
    @Override
    public void check(JsonValue value, JsonPath path, SchemaErrors errors) {
        if (!(value instanceof JsonNumber number) || !isValid(number.value())) {
            errors.add(path, value, expected());
        }
    }

    private boolean isValid(BigDecimal number) {
        return min.compareTo(number) <= 0
                && number.compareTo(max) <= 0
                && (!whole || number.stripTrailingZeros().scale() <= 0);
    }

    @Override
    public JsonObject describe(Components components) {
        return new JsonBuilder()
                .text("type", whole ? "integer" : "number")
                .text("description", description)
                .put("minimum", new JsonNumber(min))
                .put("maximum", new JsonNumber(max))
                .toJson();
    }

    @Override
    public String expected() {
        return (whole ? "a whole number" : "a number") + " from " + min.toPlainString() + " to " + max.toPlainString();
    }
}
