package io.github.chimefake.internal.control.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
    private static final Schema SCHEMA = Schema.object("All kinds.")
            .required("name", Schema.string("A name.").length(1, 3))
            .optional("count", Schema.integer("A count.", 1, 9))
            .optional("rate", Schema.number("A rate.", 0, 1))
            .optional("flag", Schema.bool("A flag."))
            .optional("color", Schema.oneOf("A color.", List.of("RED", "GREEN")))
            .optional("delay", Schema.duration("A delay."))
            .optional("at", Schema.instant("A time."))
            .optional("list", Schema.array("A list.", Schema.string("An item.")).size(1, 2))
            .optional("map", Schema.map("A map.", Schema.bool("A flag.")))
            .optional("any", Schema.any("Anything."))
            .optional(
                    "shape",
                    Schema.choice(
                            "A shape.",
                            "kind",
                            Map.of(
                                    "circle",
                                    Schema.object("A circle.").required("radius", Schema.integer("It.", 1, 5)))))
            .optional("one", Schema.string("One."))
            .optional("other", Schema.string("Other."));

    private static List<SchemaErrors.FieldError> errors(Schema schema, String json) {
        SchemaErrors errors = new SchemaErrors();
        try {
            schema.check(Json.parse(json.replace('\'', '"')), JsonPath.ROOT, errors);
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
        return errors.list();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                     | $.name          | missing; expected a string
            []                                     | $               | [] was received; expected an object with name
            {'name': ''}                           | $.name          | a string of 0 characters was received; expected 1 to 3 characters
            {'name': 1}                            | $.name          | 1 was received; expected a string
            {'name': 'a', 'nam': 1}                | $.nam           | Did you mean name?
            {'name': 'a', 'count': 0}              | $.count         | 0 was received; expected a whole number from 1 to 9
            {'name': 'a', 'count': 1.5}            | $.count         | expected a whole number
            {'name': 'a', 'count': '1'}            | $.count         | expected a whole number
            {'name': 'a', 'rate': 1.1}             | $.rate          | expected a number from 0.0 to 1.0
            {'name': 'a', 'flag': 'true'}          | $.flag          | expected true or false
            {'name': 'a', 'color': 'REd'}          | $.color         | expected one of RED, GREEN. Did you mean RED?
            {'name': 'a', 'delay': 'P'}            | $.delay         | a duration in ISO 8601
            {'name': 'a', 'delay': 'PT'}           | $.delay         | a duration in ISO 8601
            {'name': 'a', 'delay': 'PT1S\\n'}      | $.delay         | a duration in ISO 8601
            {'name': 'a', 'delay': '-PT1S'}        | $.delay         | a duration in ISO 8601
            {'name': 'a', 'at': '2026-02-30T00:00:00Z'} | $.at       | an instant in ISO 8601
            {'name': 'a', 'list': []}              | $.list          | 0 items were received; expected 1 to 2
            {'name': 'a', 'list': ['a', null]}     | $.list[1]       | null was received; expected a string
            {'name': 'a', 'map': {'x y': 1}}       | $.map['x y']    | expected true or false
            {'name': 'a', 'shape': {}}             | $.shape.kind    | it is missing; expected "circle"
            {'name': 'a', 'shape': {'kind': 'ring'}}   | $.shape.kind    | expected "circle"
            {'name': 'a', 'shape': {'kind': 'circle'}} | $.shape.radius  | it is missing
            {'name': 'a', 'shape': 1}              | $.shape         | expected an object with kind""")
    void whatIsNotValidIsNamedWithWhatIsValid(String json, String field, String message) {
        assertThat(errors(SCHEMA, json)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'name': 'abc', 'count': 9, 'rate': 0.5, 'flag': true, 'color': 'RED'}
            {'name': 'a', 'count': 1.0, 'delay': 'P1DT2H3M4.5S', 'at': '2026-02-28T00:00:00.123Z'}
            {'name': 'äöü', 'list': ['x'], 'map': {'x y': true}, 'any': [null], 'shape': {'kind': 'circle', 'radius': 5}}""")
    void whatIsValidHasNoErrors(String json) {
        assertThat(errors(SCHEMA, json)).isEmpty();
    }

    @Test
    void ofMembersThatExcludeEachOtherExactlyOneIsValid() {
        Schema schema = Schema.object("One of two.")
                .optional("a", Schema.bool("A."))
                .optional("b", Schema.bool("B."))
                .exactlyOneOf("a", "b");

        assertThat(errors(schema, "{'a': true}")).isEmpty();
        assertThat(errors(schema, "{}")).hasSize(1);
        assertThat(errors(schema, "{'a': true, 'b': true}")).hasSize(1);
    }

    @Test
    void atMostTwentyErrorsAreListed() {
        assertThat(errors(Schema.array("A list.", Schema.bool("A flag.")), "[" + "1,".repeat(50) + "1]"))
                .hasSize(20);
    }
}
