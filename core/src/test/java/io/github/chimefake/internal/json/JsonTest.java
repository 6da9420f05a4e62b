package io.github.chimefake.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final JsonString A = new JsonString("a");

    @Test
    void readsEveryKindOfValue() throws MalformedJsonException {
        JsonValue value = Json.parse(
                " {\"string\" : \"a\", \"numbers\":[0,-1.50,1e3], \"true\":true,\n\"false\":false, \"null\":null, \"\":{}} ");

        assertThat(value)
                .isEqualTo(new JsonObject(Map.of(
                        "string", A,
                        "numbers",
                                new JsonArray(List.of(
                                        JsonNumber.of(0), number("-1.50"), new JsonNumber(new BigDecimal("1e3")))),
                        "true", new JsonBoolean(true),
                        "false", new JsonBoolean(false),
                        "null", new JsonNull(),
                        "", JsonObject.EMPTY)));
    }

    @Test
    void writesWhatItReads() throws MalformedJsonException {
        String json = "{\"b\":[1.50,true,false,null,{},[]],\"a\":\"é😀\",\"\\\"\\\\\":\"\\b\\f\\n\\r\\t\\u0001/\"}";

        assertThat(Json.parse(json).toJson()).isEqualTo(json);
        assertThat(Json.parse(json)).hasToString(json);
        assertThat(Json.parse(json.getBytes(UTF_8))).isEqualTo(Json.parse(json));
    }

    @Test
    void writesHalfASurrogatePairAsAnEscapeBecauseUtf8CannotHoldIt() {
        assertThat(new JsonString("a\uD83D").toJson()).isEqualTo("\"a\\ud83d\"");
    }

    @Test
    void writesHalvesOfSurrogatePairsAsEscapesBesideWholePairs() {
        assertThat(new JsonObject(Map.of("\uDE00😀\uD83D", A)).toJson()).isEqualTo("{\"\\ude00😀\\ud83d\":\"a\"}");
    }

    @Test
    void writesALineForEachMemberAndItem() throws MalformedJsonException {
        assertThat(Json.parse("{\"a\":[1,{\"b\":null},[],{}],\"c\":{},\"d\":[[]]}")
                        .toIndentedJson())
                .isEqualTo("""
                {
                  "a": [
                    1,
                    {
                      "b": null
                    },
                    [],
                    {}
                  ],
                  "c": {},
                  "d": [
                    []
                  ]
                }""");
        assertThat(Json.parse("{}").toIndentedJson()).isEqualTo("{}");
    }

    @Test
    void writesNumbersWithTheExponentThatTheyHave() {
        assertThat(new JsonNumber(new BigDecimal("1E+1000000000")).toJson()).isEqualTo("1E+1000000000");
    }

    @Test
    void keepsMembersInTheirOrder() throws MalformedJsonException {
        JsonObject object = (JsonObject) Json.parse("{\"z\":1,\"a\":2,\"m\":3}");

        assertThat(object.members().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void tellsAMemberThatIsNullFromOneThatIsNotThere() throws MalformedJsonException {
        JsonObject object = (JsonObject) Json.parse("{\"a\":null}");

        assertThat(object.get("a")).contains(new JsonNull());
        assertThat(object.get("b")).isEmpty();
    }

    @Test
    void joinsEscapedSurrogatesToOneCharacter() throws MalformedJsonException {
        assertThat(Json.parse("\"\\ud83d\\ude00\"")).isEqualTo(new JsonString("😀"));
    }

    // spotless:off
    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "[1,", "[1,]", "[1 2]", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":}", "{]", "[}", "]", "{a:1}",
        "01", "1.", ".5", "-", "+1", "NaN", "Infinity", "0x1", "tru", "True", "'a'", "\"a", "\"\n\"", "\"\\x\"",
        "\"\\u00g0\"", "\0", "\uFEFF{}", "/* */1", "1 // one"
    })
    // spotless:on
    void refusesWhatIsNoJson(String text) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse(text))
                .withMessageMatching("(?s)Malformed JSON at line [12], column \\d+: .*")
                .withMessageNotContainingAny("StreamReadFeature", "JsonReadFeature", "start marker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} x", "{}{}", "1 2", "{}]", "\"a\"\"b\"", "null,"})
    void refusesTextAfterTheValue(String text) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse(text))
                .withMessageEndingWith(": there is text after the value");
    }

    @Test
    void refusesANameGivenTwice() {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse("{\"a\":1,\n \"a\":1}"))
                .withMessage("Malformed JSON at line 2, column 2: the name \"a\" is given twice in one object")
                .satisfies(e -> assertThat(e.line()).isEqualTo(2))
                .satisfies(e -> assertThat(e.column()).isEqualTo(2));
    }

    @Test
    void readsNestingUpToItsBoundOnly() throws MalformedJsonException {
        String deepest = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);

        assertThat(Json.parse(deepest).toJson()).isEqualTo(deepest);
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse("[" + deepest + "]"))
                .withMessageEndingWith("column 65: it is nested deeper than 64 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void refusesNestingWithoutEnd(String opening) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse(opening.repeat(200_000)))
                .withMessageEndingWith("nested deeper than 64 levels");
    }

    @Test
    void countsDepthAndNotObjects() throws MalformedJsonException {
        String flat = "[" + "{},[],".repeat(1000) + "{}]";

        assertThat(Json.parse(flat).toJson()).isEqualTo(flat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999999999999", "1.5e-1000"})
    void refusesNumbersOutOfAllProportion(String text) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse(text))
                .withMessage("Malformed JSON at line 1, column 1: a number has more than 1000 digits");
    }

    @Test
    void readsNumbersUpToTheirBoundOnly() throws MalformedJsonException {
        String longest = "9".repeat(Json.MAX_NUMBER_LENGTH);

        assertThat(Json.parse(longest)).isEqualTo(number(longest));
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse(longest + "9"))
                .withMessageEndingWith("a number has more than 1000 digits");
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse("9".repeat(1_000_000)))
                .withMessageEndingWith("a number has more than 1000 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud83d\"", "\"\\ude00\\ud83d\"", "{\"\\udfff\":1}"})
    void refusesHalfASurrogatePair(String text) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse(text))
                .withMessageContaining("half of a surrogate pair");
    }

    @Test
    void refusesBytesThatAreNotUtf8AndSaysWhere() {
        byte[] overlong = {'{', '\n', '"', (byte) 0xC3, (byte) 0xA9, (byte) 0xC0, (byte) 0x80, '"', '}'};
        byte[] latin1 = {'"', (byte) 0xE9, '"'};
        byte[] cutOff = {'"', (byte) 0xE2, (byte) 0x82};
        byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, '"'};

        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.parse(overlong))
                .withMessage("Malformed JSON at line 2, column 3: the byte 0xC0 is not UTF-8");
        for (byte[] bytes : List.of(latin1, cutOff, surrogate)) {
            assertThatExceptionOfType(MalformedJsonException.class)
                    .isThrownBy(() -> Json.parse(bytes))
                    .withMessageContaining("line 1, column 2: the byte 0xE")
                    .withMessageEndingWith(" is not UTF-8");
        }
    }

    @Test
    void namesTheKindOfAValue() throws MalformedJsonException {
        JsonArray values = (JsonArray) Json.parse("[{},[],\"\",0,true,null]");

        assertThat(values.items())
                .extracting(JsonValue::kind)
                .containsExactly("an object", "an array", "a string", "a number", "a boolean", "null");
    }

    private static JsonNumber number(String text) {
        return new JsonNumber(new BigDecimal(text));
    }
}
