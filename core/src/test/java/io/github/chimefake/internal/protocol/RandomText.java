package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.protocol.Shape.Restriction;
import io.github.chimefake.internal.protocol.Shape.Text;
import io.github.chimefake.internal.protocol.Shape.TextPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes texts of a given length that match the patterns of the service model. */
final class RandomText {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** What encoders, decoders and parsers are known to stumble over. */
    private static final String TRICKY = "/%+ &=?#;:@~*'\"\\<>(){}é日\u00A0😀";

    private final Random random;

    RandomText(Random random) {
        this.random = random;
    }

    /** A text of this length; of the nearest length that the pattern allows, where it forbids this one. */
    String of(Text shape, int length) {
        String pattern = shape.pattern().map(TextPattern::model).orElse("[\\s\\S]*");
        String text = switch (pattern) {
            case "[-_a-zA-Z0-9]*" -> from(PLAIN + "-_", length);
            case "[\\s\\S]*" -> tricky(length, TRICKY + "\n\r\t\b\u0001\u2028");
            case ".*" -> tricky(length, TRICKY);
            default -> named(shape.name(), length);
        };
        if (shape.pattern().isPresent() && !shape.pattern().get().matches(text)) {
            throw new IllegalStateException("Made for " + shape + ": " + text);
        }
        return shape.restriction().map(Restriction::allowed).orElse(any -> true).test(text) ? text : ascii(text);
    }

    /** With as many bytes in UTF-8 as characters. */
    private static String ascii(String text) {
        return text.codePoints()
                .map(character -> character < 128 ? character : 'x')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private String named(String shape, int length) {
        return switch (shape) {
            case "ChimeArn", "SensitiveChimeArn" -> arn(length, TRICKY);
            case "LambdaFunctionArn" -> {
                String start = "arn:aws:lambda:us-east-1:111122223333:function:";
                yield start + from(PLAIN + "-_.", Math.max(1, length - start.length()));
            }
            case "ChannelId", "UserId" ->
                length < 3 ? from(PLAIN, length) : from(PLAIN, 1) + from(PLAIN + ":-_.@", length - 2) + from(PLAIN, 1);
            case "LexBotAliasArn" -> {
                String upperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
                yield "arn:aws:lex:us-east-1:111122223333:bot-alias/" + from(upperCase, 10) + "/" + from(upperCase, 10);
            }
            case "LexIntentName" ->
                from("abcdefghijklmnopqrstuvwxyz", 1) + (length < 2 ? "" : "_" + from("AZ", length - 2));
            case "UserName" -> length == 1 ? from(PLAIN, 1) : tricky(length, TRICKY);
            case "NonEmptyResourceName", "ResourceName" -> tricky(length, TRICKY + "\t\n\r\u0085\uFFFD");
            default -> throw new IllegalStateException("No text is known for the pattern of " + shape);
        };
    }

    /** An ARN of the length, or of one of those between which the pattern leaves the choice. */
    String arn(int length, String alphabet) {
        int rest = Math.max(10, Math.min(length, 4 + 4 * 64 + 1024)) - "arn:a::::r".length();
        StringBuilder arn = new StringBuilder("arn:a");
        for (int part = 0; part < 4; part++) {
            int partLength = Math.min(rest / 5, part == 0 ? 62 : 63);
            // All that does not fit into the resource has to go here.
            partLength = Math.max(partLength, Math.min(part == 0 ? 62 : 63, rest - 1023 - (3 - part) * 63));
            arn.append(from("abcxyz019-.", partLength)).append(':');
            rest -= partLength;
        }
        return arn.append('r').append(tricky(rest, alphabet)).toString();
    }

    /** An ARN that a header can carry: HTTP has no agreed encoding there. */
    String asciiArn(int length) {
        String ascii = TRICKY.chars()
                .filter(character -> character > ' ' && character < 127)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return arn(length, ascii);
    }

    /** Plain characters, and among them each of the tricky ones once, as far as there is room. */
    private String tricky(int length, String alphabet) {
        int[] codePoints = from(PLAIN, length).codePoints().toArray();
        List<Integer> trickyOnes = shuffled(alphabet.codePoints());
        List<Integer> places = shuffled(IntStream.range(0, length));
        for (int i = 0; i < Math.min(length, trickyOnes.size()); i++) {
            codePoints[places.get(i)] = trickyOnes.get(i);
        }
        return new String(codePoints, 0, length);
    }

    private List<Integer> shuffled(IntStream numbers) {
        List<Integer> list = new ArrayList<>(numbers.boxed().toList());
        Collections.shuffle(list, random);
        return list;
    }

    private String from(String alphabet, int length) {
        int[] codePoints = alphabet.codePoints().toArray();
        return IntStream.range(0, length)
                .map(i -> codePoints[random.nextInt(codePoints.length)])
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
