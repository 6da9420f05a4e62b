package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A string.
 *
 * @param description what it is
 * @param values the valid strings; none if they are not enumerated
 * @param text the form
 * @param minLength the lowest valid number of characters
 * @param maxLength the highest valid number of characters
 */
public record StringSchema(String description, List<String> values, Text text, int minLength, int maxLength)
        implements Schema {

    /** The highest number of characters of a string for which the schema names none. */
    public static final int LENGTH = 4096;

    /**
     * The form of a string.
     *
     * @param pattern a regular expression that Java and ECMAScript read alike, for the whole string; empty for any string
     * @param expected what is valid
     * @param parser throws for a string that the pattern accepts and that is not valid nevertheless
     */
    public record Text(String pattern, String expected, Consumer<String> parser) {
        static final Text ANY = new Text("", "a string", text -> {});
        static final Text DURATION = new Text(
                "^P(?=.)([0-9]{1,5}D)?(T(?=.)([0-9]{1,6}H)?([0-9]{1,8}M)?([0-9]{1,9}(\\.[0-9]{1,9})?S)?)?$",
                "a duration in ISO 8601, for example \"PT16M\" or \"PT0.5S\"",
                Duration::parse);
        static final Text INSTANT = new Text(
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$",
                "an instant in ISO 8601, for example \"2026-01-31T12:00:00Z\"", Instant::parse);

        boolean accepts(String value) {
            if (pattern.isEmpty()) {
                return true;
            }
            // "$" would accept a line feed at the end.
            if (value.endsWith("\n") || !Pattern.compile(pattern).matcher(value).find()) {
                return false;
            }
            try {
                parser.accept(value);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    public StringSchema {
        values = List.copyOf(values);
    }

    static StringSchema of(String description) {
        return new StringSchema(description, List.of(), Text.ANY, 0, LENGTH);
    }

    StringSchema values(List<String> valid) {
        return new StringSchema(description, valid, text, minLength, maxLength);
    }

    StringSchema text(Text form) {
        return new StringSchema(description, values, form, minLength, maxLength);
    }

    /**
     * Returns this schema with a pattern.
     *
     * @param regex for the whole string, from {@code ^} to {@code $}
     * @param expected what is valid, for messages
     */
    public StringSchema pattern(String regex, String expected) {
        return text(new Text(regex, expected, value -> {}));
    }

    /** Returns this schema with these limits on the number of characters. */
    public StringSchema length(int min, int max) {
        return new StringSchema(description, values, text, min, max);
    }

    @Override
    public void check(JsonValue value, JsonPath path, SchemaErrors errors) {
        if (!(value instanceof JsonString string)) {
            errors.add(path, value, expected());
            return;
        }
        String received = string.value();
        int length = received.codePointCount(0, received.length());
        if (!values.isEmpty() && !values.contains(received)) {
            errors.add(path, value, expected() + Suggestion.of(received, values));
        } else if (length < minLength || length > maxLength) {
            errors.add(path, "a string of " + length + " characters was received; expected " + lengths());
        } else if (!text.accepts(received)) {
            errors.add(path, value, expected());
        }
    }

    private String lengths() {
        return minLength + " to " + maxLength + " characters";
    }

    @Override
    public JsonObject describe(Components components) {
        JsonBuilder keywords = new JsonBuilder().text("type", "string").text("description", description);
        if (!values.isEmpty()) {
            return keywords.texts("enum", values).toJson();
        }
        if (minLength > 0) {
            keywords.number("minLength", minLength);
        }
        keywords.number("maxLength", maxLength);
        if (!text.pattern().isEmpty()) {
            keywords.text("pattern", text.pattern());
        }
        return keywords.toJson();
    }

    @Override
    public String expected() {
        if (values.size() == 1) {
            return "\"" + values.get(0) + "\"";
        }
        return values.isEmpty() ? text.expected() : "one of " + String.join(", ", values);
    }
}
