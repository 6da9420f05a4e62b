package io.github.chimefake.internal.iam.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageValuesTest {
    @Test
    void aListNamesFiveValuesAndCountsTheOthers() {
        assertThat(MessageValues.list(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c, d, e");
        assertThat(MessageValues.list(List.of("a", "b", "c", "d", "e", "f"))).isEqualTo("a, b, c, d, e, 1 more");
        assertThat(MessageValues.quotedList(List.of("a", "b"))).isEqualTo("\"a\", \"b\"");
    }

    @Test
    void aTextOfAHundredCharactersIsNotShortened() {
        assertThat(MessageValues.shortened("a".repeat(100))).isEqualTo("a".repeat(100));
        assertThat(MessageValues.shortened("a".repeat(101))).isEqualTo("a".repeat(100) + "…");
    }
}
