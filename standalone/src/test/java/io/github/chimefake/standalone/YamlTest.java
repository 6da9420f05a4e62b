package io.github.chimefake.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.internal.control.schema.InvalidFieldException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML as JSON, within limits. */
class YamlTest {
    private static final int LIMIT = 100_000;

    @Test
    void mapsListsAndScalars() {
        assertThat(Yaml.toJson("a: [1, -2.5, true, null, 'no', no]\nb: {c: \"x\\ty\"}", LIMIT))
                .isEqualTo("{\"a\":[1,-2.5,true,null,\"no\",\"no\"],\"b\":{\"c\":\"x\\ty\"}}");
    }

    @Test
    void whatIsJsonIsYaml() {
        assertThat(Yaml.toJson("{\"a\": [1, {\"b\": \"\u00e4\"}]}", LIMIT)).isEqualTo("{\"a\":[1,{\"b\":\"\u00e4\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{a: 1, a: 2} | duplicate key", "{a: [1 | line 1", "a: !!java.net.URL [x] | not valid YAML"})
    void refused(String yaml, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.toJson(yaml, LIMIT))
                .withMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1: x | $: the key 1 is not a text. Put it into quotes",
                "a: {b: [1, .nan]} | $.a.b[1]: JSON has no value like NaN",
                "a: &a [*a] | nested deeper than 64 levels"
            })
    void whatJsonCannotSayIsRefusedWithItsPlace(String yaml, String text) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> Yaml.toJson(yaml, LIMIT))
                .withMessageContaining(text);
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
        }

        assertThatIllegalArgumentException().isThrownBy(() -> Yaml.toJson(bomb.toString(), LIMIT));
    }

    @Test
    void nestingWithoutEndIsRefused() {
        for (String deep : List.of("[".repeat(30_000), "{a: ".repeat(30_000), "- ".repeat(30_000))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Yaml.toJson(deep, 1_000_000))
                    .withMessageContaining("nested deeper than 64 levels");
        }
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Yaml.toJson("a: " + "x".repeat(20), 10));
    }
}
