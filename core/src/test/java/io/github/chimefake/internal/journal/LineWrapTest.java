package io.github.chimefake.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineWrapTest {
    @Test
    void aLineOfA120ColumnsIsLeftAlone() {
        String line = "  " + "x".repeat(118);

        assertThat(LineWrap.wrap(line)).containsExactly(line);
    }

    @Test
    void aLongerLineIsWrappedAtTheLastSpaceThatFits() {
        String line = "  " + "word ".repeat(30).strip();

        assertThat(LineWrap.wrap(line))
                .allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(120))
                .first()
                .isEqualTo("  " + "word ".repeat(23).strip());
        assertThat(LineWrap.wrap(line).get(1)).startsWith("          word");
    }

    @Test
    void noWordIsLost() {
        String line = "a ".repeat(500).strip();

        assertThat(String.join(
                        " ", LineWrap.wrap(line).stream().map(String::strip).toList()))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:41234/channels/general/messages?sort-order=ASCENDING&max-results=50&next-token=abc",
                "arn:aws:chime:us-east-1:111122223333:app-instance/12345678-1234-1234-1234-123456789012/channel/general"
            })
    void anAddressOrAnArnIsNotBroken(String word) {
        for (int length = 1; length < 200; length++) {
            String line = "      because: " + "x".repeat(length) + " " + word + " is not valid.";

            assertThat(LineWrap.wrap(line)).anySatisfy(part -> assertThat(part).contains(word));
        }
    }

    @Test
    void aLongWordIsNotBroken() {
        String word = "x".repeat(200);

        assertThat(LineWrap.wrap("    a " + word + " b"))
                .containsExactly("    a", "            " + word, "            b");
    }
}
