package io.github.chimefake.internal.sweep.calls;

import java.util.List;
import java.util.regex.Pattern;

/** Texts without what differs between runs that are alike: generated ids, instants, hash codes. */
public final class CanonicalText {
    /** The replacement of an instant. */
    static final String INSTANT_TEXT = "<instant>";

    private static final Part UUID = new Part(36, "-", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "<id>");
    private static final Part HEX = new Part(16, "", "\\b[0-9a-f]{16,}\\b", "<id>");
    private static final Part INSTANT =
            new Part(17, "Z", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z", INSTANT_TEXT);
    private static final Part HASH_CODE = new Part(5, "@", "@[0-9a-f]{4,8}\\b", "@");
    private static final List<Part> ALL = List.of(UUID, HEX, INSTANT, HASH_CODE);

    /**
     * What is replaced. A text that is shorter, or lacks a mark that each such part has, is not searched: there are many texts in each run,
     * and few of them have such parts.
     */
    private record Part(int shortest, String mark, Pattern pattern, String replacement) {
        Part(int shortest, String mark, String regex, String replacement) {
            this(shortest, mark, Pattern.compile(regex), replacement);
        }

        String replaceIn(String text) {
            return text.length() < shortest || !text.contains(mark)
                    ? text
                    : pattern.matcher(text).replaceAll(replacement);
        }
    }

    private CanonicalText() {}

    /** Returns the text with such parts replaced. */
    public static String of(String text) {
        String result = text;
        for (Part part : ALL) {
            result = part.replaceIn(result);
        }
        return result;
    }

    /** Returns whether an id was generated, and not chosen by the caller. */
    static boolean isGenerated(String id) {
        return UUID.pattern.matcher(id).matches() || HEX.pattern.matcher(id).matches();
    }
}
