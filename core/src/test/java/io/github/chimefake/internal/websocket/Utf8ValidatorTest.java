package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ValidatorTest {
    private static boolean isValid(byte[] bytes) {
        Utf8Validator validator = new Utf8Validator();
        return validator.accept(bytes, 0, bytes.length) && validator.isComplete();
    }

    private static boolean isValidToTheJdk(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void agreesWithTheDecoderOfTheJdkAboutAllPairsOfBytes() {
        for (int pair = 0; pair <= 0xFFFF; pair++) {
            byte[] bytes = {(byte) (pair >> 8), (byte) pair};
            assertThat(isValid(bytes)).as("%x", pair).isEqualTo(isValidToTheJdk(bytes));
        }
    }

    @Test
    void agreesWithTheDecoderOfTheJdkAboutTheLimitsOfLongerCharacters() {
        int[] firsts = {0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFF};
        int[] others = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
        for (int first : firsts) {
            for (int i = 0; i < 1000; i++) {
                byte[] three = {
                    (byte) first, (byte) others[i % 10], (byte) others[i / 10 % 10],
                };
                byte[] four = {three[0], three[1], three[2], (byte) others[i / 100]};
                assertThat(isValid(three)).as(HexFormat.of().formatHex(three)).isEqualTo(isValidToTheJdk(three));
                assertThat(isValid(four)).as(HexFormat.of().formatHex(four)).isEqualTo(isValidToTheJdk(four));
            }
        }
    }

    @Test
    void theResultDoesNotDependOnWhereTheBytesAreDivided() {
        Random random = new Random(20);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = random.ints(20, 1, Character.MAX_CODE_POINT)
                    .filter(character -> character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .getBytes(UTF_8);
            if (random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int middle = random.nextInt(bytes.length);
            Utf8Validator validator = new Utf8Validator();

            boolean valid = validator.accept(bytes, 0, middle)
                    && validator.accept(bytes, middle, bytes.length - middle)
                    && validator.isComplete();

            assertThat(valid).isEqualTo(isValidToTheJdk(bytes));
        }
    }

    @ParameterizedTest
    @CsvSource({"C080, 0", "E080, 1", "EDA0, 1", "F08F, 1", "F490, 1", "F5, 0", "80, 0", "E282C2, 2", "61FF, 1"})
    void theFirstByteThatCannotBeValidIsFoundWhenItComes(String hex, int invalid) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        Utf8Validator validator = new Utf8Validator();

        assertThat(validator.accept(bytes, 0, invalid)).isTrue();
        assertThat(validator.accept(bytes, invalid, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C3", "E2", "E282", "F0", "F09F", "F09F98"})
    void theBeginningOfACharacterIsValidButNotComplete(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        Utf8Validator validator = new Utf8Validator();

        assertThat(validator.accept(bytes, 0, bytes.length)).isTrue();
        assertThat(validator.isComplete()).isFalse();
    }
}
