package io.github.chimefake.internal.iam.syntax;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.json.JsonString;
import java.util.List;
import java.util.stream.Stream;

/** Puts values into messages without letting them run on. */
public final class Quoted {
    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_LIST = 5;

    private Quoted() {}

    /** The value between quotes. */
    public static String value(String value) {
        return excerpt(new JsonString(value).toJson());
    }

    /** The values between quotes, of which the sixth and all that follow are only counted. */
    public static String list(List<String> values) {
        return plainList(values.stream().map(Quoted::value).toList());
    }

    /** The values as they are, of which the sixth and all that follow are only counted. */
    public static String plainList(List<String> values) {
        int more = values.size() - LONGEST_LIST;
        return Stream.concat(values.stream().limit(LONGEST_LIST), more > 0 ? Stream.of(more + " more") : Stream.empty())
                .collect(joining(", "));
    }

    /** The beginning of a text that is too long. */
    static String excerpt(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }
}
