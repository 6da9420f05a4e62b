package io.github.chimefake.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.protocol.Shape.ListOf;
import io.github.chimefake.internal.protocol.Shape.MapOf;
import io.github.chimefake.internal.protocol.Shape.Structure;
import io.github.chimefake.internal.protocol.Shape.Text;
import io.github.chimefake.internal.protocol.Shape.TextPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The patterns that are checked by hand mean what they mean to the JDK. */
@Tag("slow")
class TextPatternTest {
    /** What one pattern or another forbids somewhere, and what is two units of UTF-16, or half of two. */
    private static final String[] TRICKY = {
        "", ":", "::", "/", "-", ".", "_", "a", "Z", "9", " ", "\n", "\r", "\u0085", "\u2028", "\u2029", "é", "😀",
        "\uD83D", "\uDE00", "\0"
    };

    static Iterable<Text> everyTextWithAPattern() {
        Map<String, Text> texts = new LinkedHashMap<>();
        List.of(Operation.values()).forEach(operation -> collect(RequestShapes.of(operation), texts));
        return texts.values();
    }

    private static void collect(Shape shape, Map<String, Text> texts) {
        if (shape instanceof Structure structure) {
            structure.members().forEach(member -> collect(member.shape(), texts));
        } else if (shape instanceof ListOf list) {
            collect(list.item(), texts);
        } else if (shape instanceof MapOf map) {
            collect(map.key(), texts);
            collect(map.value(), texts);
        } else if (shape instanceof Text text && text.pattern().isPresent()) {
            texts.put(text.name(), text);
        }
    }

    @ParameterizedTest
    @MethodSource("everyTextWithAPattern")
    void everyPatternMatchesWhatTheExpressionOfTheJdkMatches(Text shape) {
        TextPattern pattern = shape.pattern().orElseThrow();
        Pattern expression = TextPattern.expression(pattern.model());
        Random random = new Random(1);
        RandomText texts = new RandomText(random);
        for (int i = 0; i < 500; i++) {
            int length = shape.minLength() + random.nextInt(Math.min(1600, shape.maxLength()) - shape.minLength() + 1);
            String text = changed(texts.of(shape, length), random);

            assertThat(pattern.matches(text))
                    .as("seed 1, text %s: '%s'", i, text)
                    .isEqualTo(expression.matcher(text).matches());
        }
    }

    /** The text with up to two places replaced by something tricky, half of them near its beginning. */
    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int change = random.nextInt(3); change > 0; change--) {
            int start = random.nextInt((random.nextBoolean() ? Math.min(30, changed.length()) : changed.length()) + 1);
            int end = Math.min(changed.length(), start + random.nextInt(3));
            changed.replace(start, end, TRICKY[random.nextInt(TRICKY.length)]);
        }
        return changed.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64})
    void thePartsOfAnArnAreBounded(int length) {
        String part = "x".repeat(length);

        assertThat(ArnPattern.matches("arn:" + part + "::::r")).isEqualTo(length <= 63);
        assertThat(ArnPattern.matches("arn:a:" + part + ":::r")).isEqualTo(length <= 63);
        assertThat(ArnPattern.matches("arn:a::::" + part + ":r"))
                .as("as the resource's own part, it may be of any length")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024, 1025})
    void theResourceOfAnArnIsBoundedInCodePoints(int length) {
        assertThat(ArnPattern.matches("arn:a::::" + "😀".repeat(length))).isEqualTo(length <= 1024);
    }

    @Test
    void aSlashOrNothingIsNoResource() {
        assertThat(ArnPattern.matches("arn:a::::")).isFalse();
        assertThat(ArnPattern.matches("arn:a::::/r")).isFalse();
        assertThat(ArnPattern.matches("arn:a::::r/")).isTrue();
        assertThat(ArnPattern.matches("arn:a::::\nr"))
                .as("only the rest is a row of dots")
                .isTrue();
    }
}
