package io.github.chimefake.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {
    @Test
    void aTextThatFitsIsUnchanged() {
        assertThat(Shortened.of("four", 4)).isEqualTo("four");
    }

    @Test
    void aLongerTextEndsWithAnEllipsis() {
        assertThat(Shortened.of("five!", 4)).isEqualTo("five…");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(Shortened.of("a😀😀b", 2)).isEqualTo("a😀…");
        assertThat(Shortened.of("a😀😀b", 4)).isEqualTo("a😀😀b");
    }
}
