package io.github.chimefake.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
        assertThat(LineWrap.wrap(line).get(1)).startsWith("    word");
    }

    @Test
    void noWordIsLost() {
        String line = "a ".repeat(500).strip();

        assertThat(String.join(
                        " ", LineWrap.wrap(line).stream().map(String::strip).toList()))
                .isEqualTo(line);
    }

    @Test
    void aLongWordIsNotBroken() {
        String word = "x".repeat(200);

        assertThat(LineWrap.wrap("    a " + word + " b")).containsExactly("    a", "      " + word, "      b");
    }
}
