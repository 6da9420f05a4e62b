package io.github.chimefake.internal.iam.syntax;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.text.Shortened;
import java.util.List;
import java.util.stream.Stream;

/** Formats values for messages, and shortens them. */
public final class MessageValues {
    private static final int LONGEST_VALUE = 100;
    /** How many values a message lists; the others are counted. */
    public static final int LONGEST_LIST = 5;

    private MessageValues() {}

    /** Returns the value in quotes. */
    public static String quoted(String value) {
        return shortened(new JsonString(value).toJson());
    }

    /** Returns at most five values in quotes, and the number of the others. */
    public static String quotedList(List<String> values) {
        return list(values.stream().map(MessageValues::quoted).toList());
    }

    /** Returns at most five values without quotes, and the number of the others. */
    public static String list(List<String> values) {
        int more = values.size() - LONGEST_LIST;
        return Stream.concat(values.stream().limit(LONGEST_LIST), more > 0 ? Stream.of(more + " more") : Stream.empty())
                .collect(joining(", "));
    }

    /** Returns the text, or its beginning if it is too long. */
    static String shortened(String text) {
        return Shortened.of(text, LONGEST_VALUE);
    }
}
