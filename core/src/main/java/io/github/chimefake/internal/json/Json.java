package io.github.chimefake.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.sdk.AwsSdk;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Parses JSON strictly. In addition to malformed JSON, it rejects text after the value, duplicate names in an object,
 * nesting deeper than {@value #MAX_DEPTH}, numbers longer than {@value #MAX_NUMBER_LENGTH}, bytes that are not UTF-8,
 * and unpaired surrogates.
 */
public final class Json {
    /**
     * The maximum nesting of objects and arrays. The requests of the service have 5 levels, an IAM policy about as
     * many.
     */
    public static final int MAX_DEPTH = 64;

    /**
     * The maximum number of characters of a number, and of digits before and after the decimal point when written
     * without an exponent.
     */
    public static final int MAX_NUMBER_LENGTH = 1000;

    private Json() {}

    /**
     * Parses bytes in UTF-8 without a byte order mark.
     *
     * @throws MalformedJsonException if they are not exactly one JSON value
     */
    public static JsonValue parse(byte[] utf8) throws MalformedJsonException {
        String text = new String(utf8, UTF_8);
        // String replaces invalid bytes by a replacement character, but the bytes may also contain that character.
        if (text.indexOf('\uFFFD') >= 0) {
            requireUtf8(utf8);
        }
        // Decoded UTF-8 has no unpaired surrogate, so that one can only come from an escape.
        return parse(text, text.contains("\\u"));
    }

    /**
     * Parses text.
     *
     * @throws MalformedJsonException if it is not exactly one JSON value
     * @throws IllegalStateException if the AWS SDK, whose parser is used, is missing or too old
     */
    public static JsonValue parse(String text) throws MalformedJsonException {
        return parse(text, true);
    }

    private static JsonValue parse(String text, boolean mayHaveUnpairedSurrogates) throws MalformedJsonException {
        AwsSdk.requireJsonParser();
        return JsonReader.read(text, mayHaveUnpairedSurrogates);
    }

    private static void requireUtf8(byte[] utf8) throws MalformedJsonException {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        // UTF-8 has at least as many bytes as UTF-16 has code units.
        CharBuffer text = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(bytes, text, true);
        if (result.isError()) {
            String wrong = String.format("the byte 0x%02X is not UTF-8", utf8[bytes.position()]);
            throw malformedAtEndOf(text.flip().toString(), wrong);
        }
    }

    private static MalformedJsonException malformedAtEndOf(String text, String problem) {
        int line = (int) text.chars().filter(character -> character == '\n').count() + 1;
        int column = text.length() - (text.lastIndexOf('\n') + 1) + 1;
        return new MalformedJsonException(problem, line, column);
    }
}
