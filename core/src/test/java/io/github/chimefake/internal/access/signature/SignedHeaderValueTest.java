package io.github.chimefake.internal.access.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the short cut for most values with the way that all could go. */
class SignedHeaderValueTest {
    private static final String[] PIECES = {
        "a",
        "Z9;",
        " ",
        "  ",
        "\t",
        "\n",
        "\u007f",
        "\u00a0",
        "\u00e9",
        "\u00c3\u00a9",
        "\u00c3",
        "\u4e16",
        "\0",
        "/",
        "\"q\""
    };

    @Test
    void aValueIsSignedTheSameWithTheShortCutAndWithoutIt() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int pieces = random.nextInt(7); pieces > 0; pieces--) {
                value.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(SignedHeaderValue.of(value.toString()))
                    .as("seed 1, case %s", i)
                    .isEqualTo(SignedHeaderValue.canonical(value.toString()));
        }
    }
}
