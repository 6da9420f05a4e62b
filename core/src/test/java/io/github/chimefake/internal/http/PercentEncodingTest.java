package io.github.chimefake.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLDecoder;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Compares the encoding that is tuned by hand with those of the AWS SDK and of the JDK. */
class PercentEncodingTest {
    private static final int CASES = 5_000;

    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        "-",
        ".",
        "_",
        "~",
        "/",
        "+",
        " ",
        "*",
        "%",
        "%2",
        "%zz",
        "%%",
        "%-0",
        "%+F",
        "%2F",
        "%2f",
        "%C3%A9",
        "%C3",
        "%A9",
        "%E4%B8%96",
        "%F0%9F%98%80",
        "%ED%A0%BD",
        "%C0%80",
        "%EF%BF%BD",
        "\uFFFD",
        "é",
        "世",
        "😀",
        "!",
        "'",
        "(",
        ":",
        "=",
        "&",
        "\0",
        "\n",
        "%\u0660\u0660"
    };

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern REPLACEMENT_CHARACTER = Pattern.compile("(?i)%EF%BF%BD|\uFFFD");

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void encodesAsTheSdkDoes() {
        Random random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            String text = text(random);

            assertThat(PercentEncoding.encode(text)).as("seed 1, case %s", i).isEqualTo(SdkHttpUtils.urlEncode(text));
            String path = text.replace("%2F", "")
                    .replace("%2f", ""); // The SDK would take an encoded slash for one of its own.
            assertThat(PercentEncoding.encodePath(path))
                    .as("seed 1, case %s", i)
                    .isEqualTo(SdkHttpUtils.urlEncodeIgnoreSlashes(path));
        }
    }

    @Test
    void decodesAsTheJdkDoesWhatIsEncodedRight() throws BrokenEscapeException {
        Random random = new Random(2);
        int decoded = 0;
        for (int i = 0; i < CASES; i++) {
            String raw = text(random);
            if (isBroken(raw)) {
                assertThatExceptionOfType(BrokenEscapeException.class)
                        .as("seed 2, case %s: %s", i, raw)
                        .isThrownBy(() -> PercentEncoding.decodeSegment(raw));
            } else {
                decoded++;
                assertThat(PercentEncoding.decodeQuery(raw))
                        .as("seed 2, case %s", i)
                        .isEqualTo(URLDecoder.decode(raw, UTF_8));
                assertThat(PercentEncoding.decodeSegment(raw))
                        .as("seed 2, case %s", i)
                        .isEqualTo(URLDecoder.decode(raw.replace("+", "%2B"), UTF_8));
            }
        }
        assertThat(decoded).isBetween(CASES / 10, CASES * 9 / 10);
    }

    /** Whether an escape is not whole, or bytes are not UTF-8, for which the decoder of the JDK writes U+FFFD. */
    private static boolean isBroken(String raw) {
        return BROKEN_ESCAPE.matcher(raw).find()
                || replacementCharacters(URLDecoder.decode(raw.replace("+", "%2B"), UTF_8))
                        > replacementCharacters(raw);
    }

    private static long replacementCharacters(String text) {
        return REPLACEMENT_CHARACTER.matcher(text).results().count();
    }

    @Test
    void decodesWhatItEncoded() throws BrokenEscapeException {
        Random random = new Random(3);
        for (int i = 0; i < CASES; i++) {
            String text = text(random);

            assertThat(PercentEncoding.decodeQuery(PercentEncoding.encode(text)))
                    .isEqualTo(text);
            assertThat(PercentEncoding.decodeSegment(PercentEncoding.encodePath(text)))
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%2", "%zz", "%-0", "%+F", "%\u0660\u0660"})
    void saysWhichEscapeIsBroken(String raw) {
        assertThatExceptionOfType(BrokenEscapeException.class)
                .isThrownBy(() -> PercentEncoding.decodeSegment(raw))
                .withMessage("\"%s\" in \"%s\" is not a percent escape; a percent sign is sent as %%25"
                        .formatted(raw.substring(raw.indexOf('%')), raw));
    }
}
