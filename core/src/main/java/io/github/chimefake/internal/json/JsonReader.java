package io.github.chimefake.internal.json;

import io.github.chimefake.internal.text.Shortened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonLocation;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParser;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonToken;
import software.amazon.awssdk.thirdparty.jackson.core.StreamReadConstraints;

/** Builds values from the tokens of the AWS SDK's JSON parser. No other class depends on that parser. */
final class JsonReader {
    // Interned or cached member names would accumulate, because requests contain arbitrary names.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // The limit is checked by number(), which does not convert longer numbers.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** The maximum length of a name in a message. */
    private static final int NAME_LENGTH = 100;

    /** The parts of the parser's messages that only help to configure it. */
    private static final Pattern ADVICE = Pattern.compile(
            "(: enable `| \\(start marker | \\(for \\w+ starting at | \\(not recognized ).*", Pattern.DOTALL);

    private final JsonParser parser;
    private final boolean mayHaveUnpairedSurrogates;
    private int depth;

    private JsonReader(JsonParser parser, boolean mayHaveUnpairedSurrogates) {
        this.parser = parser;
        this.mayHaveUnpairedSurrogates = mayHaveUnpairedSurrogates;
    }

    /**
     * Reads the only value of a text.
     *
     * @param mayHaveUnpairedSurrogates whether strings are searched for unpaired surrogates, which takes long
     */
    static JsonValue read(String text, boolean mayHaveUnpairedSurrogates) throws MalformedJsonException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser, mayHaveUnpairedSurrogates).onlyValue();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from a string failed", e);
        }
    }

    private JsonValue onlyValue() throws IOException, MalformedJsonException {
        JsonValue value;
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw malformed("there is no JSON value");
            }
            value = value(first);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw malformed(problem(e), location == null ? parser.currentLocation() : location);
        }
        if (!isAtEnd()) {
            throw malformed("there is text after the value");
        }
        return value;
    }

    private boolean isAtEnd() throws IOException {
        try {
            return parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false; // The text after the value is not a token.
        }
    }

    private JsonValue value(JsonToken token) throws IOException, MalformedJsonException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonString(wellFormed(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL -> new JsonNull();
            default -> throw malformed("a value is missing");
        };
    }

    private JsonObject object() throws IOException, MalformedJsonException {
        descend();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = wellFormed(parser.currentName());
            if (members.containsKey(name)) {
                throw malformed("the name " + excerpt(name) + " is given twice in one object");
            }
            members.put(name, value(parser.nextToken()));
        }
        depth--;
        return new JsonObject(members);
    }

    private JsonArray array() throws IOException, MalformedJsonException {
        descend();
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        depth--;
        return new JsonArray(items);
    }

    private void descend() throws MalformedJsonException {
        if (++depth > Json.MAX_DEPTH) {
            throw malformed("it is nested deeper than " + Json.MAX_DEPTH + " levels");
        }
    }

    private JsonNumber number(String literal) throws MalformedJsonException {
        if (literal.length() <= Json.MAX_NUMBER_LENGTH) {
            try {
                BigDecimal number = new BigDecimal(literal);
                if (Math.abs(number.scale()) <= Json.MAX_NUMBER_LENGTH) {
                    return new JsonNumber(number);
                }
            } catch (NumberFormatException e) {
                // The parser has checked the form, so the exponent exceeds an int.
            }
        }
        throw malformed("a number has more than " + Json.MAX_NUMBER_LENGTH + " digits");
    }

    private String wellFormed(String text) throws MalformedJsonException {
        if (!mayHaveUnpairedSurrogates) {
            return text;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw malformed("a string holds half of a surrogate pair, which is not a character");
                }
                i++;
            }
        }
        return text;
    }

    private static JsonString excerpt(String name) {
        return new JsonString(Shortened.of(name, NAME_LENGTH));
    }

    private MalformedJsonException malformed(String problem) {
        return malformed(problem, parser.currentTokenLocation());
    }

    private static MalformedJsonException malformed(String problem, JsonLocation location) {
        return new MalformedJsonException(
                problem, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String problem(JsonProcessingException e) {
        return ADVICE.matcher(e.getOriginalMessage()).replaceFirst("");
    }
}
