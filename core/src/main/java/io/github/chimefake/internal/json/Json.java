package io.github.chimefake.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.sdk.AwsSdk;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Reads JSON strictly. Refused are, besides what is no JSON: text after the value, a name given twice in one object,
 * nesting deeper than {@value #MAX_DEPTH}, numbers out of all proportion, bytes that are not UTF-8, and surrogates without
 * their other half.
 */
public final class Json {
    /** How deep objects and arrays may nest. The requests of the service need 5 levels, an IAM policy about as many. */
    public static final int MAX_DEPTH = 64;

    /** How many characters a number may have, and how many digits when written without an exponent, on either side. */
    public static final int MAX_NUMBER_LENGTH = 1000;

    private Json() {}

    /**
     * Parses bytes, which are to be UTF-8 without a byte order mark.
     *
     * @throws MalformedJsonException if they hold anything but one JSON value
     */
    public static JsonValue parse(byte[] utf8) throws MalformedJsonException {
        String text = new String(utf8, UTF_8);
        // String puts a replacement character where the bytes are wrong; but they may also say one themselves.
        if (text.indexOf('\uFFFD') >= 0) {
            requireUtf8(utf8);
        }
        return parse(text);
    }

    /**
     * Parses text.
     *
     * @throws MalformedJsonException if it holds anything but one JSON value
     * @throws IllegalStateException if the AWS SDK on the class path, whose parser is used, is missing or too old
     */
    public static JsonValue parse(String text) throws MalformedJsonException {
        AwsSdk.requireJsonParser();
        return JsonReader.read(text);
    }

    private static void requireUtf8(byte[] utf8) throws MalformedJsonException {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        CharBuffer text = CharBuffer.allocate(utf8.length); // UTF-8 never has fewer bytes than UTF-16 has units.
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
