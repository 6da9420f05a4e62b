package io.github.chimefake.internal.sweep.calls;

import java.util.regex.Pattern;

/** Texts without what differs between runs that are alike: generated ids, instants, hash codes. */
public final class CanonicalText {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{16,}\\b");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z");
    private static final Pattern HASH_CODE = Pattern.compile("@[0-9a-f]{4,8}\\b");

    /** The replacement of an instant. */
    static final String INSTANT_TEXT = "<instant>";

    private CanonicalText() {}

    /** Returns the text with such parts replaced. */
    public static String of(String text) {
        String result = UUID.matcher(text).replaceAll("<id>");
        result = HEX.matcher(result).replaceAll("<id>");
        result = INSTANT.matcher(result).replaceAll(INSTANT_TEXT);
        return HASH_CODE.matcher(result).replaceAll("@");
    }

    /** Returns whether an id was generated, and not chosen by the caller. */
    static boolean isGenerated(String id) {
        return UUID.matcher(id).matches() || HEX.matcher(id).matches();
    }
}
