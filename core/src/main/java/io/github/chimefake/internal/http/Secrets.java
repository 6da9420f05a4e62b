package io.github.chimefake.internal.http;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves the values of credentials out of texts for people. Which ones are credentials, their names say. */
public final class Secrets {
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?!next-?token$).*(signature|token|secret|passw|credential|authorization|cookie|api[-_]?key).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SIGNATURE_PARAMETER = Pattern.compile("x-amz-.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("(^|[?&])([^?&=]*)=([^&]*)");

    private Secrets() {}

    /** Returns whether the value of a header or a member with this name is a credential. */
    public static boolean isName(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    /** Returns the query, or the path with its query, without the values of parameters that are credentials. */
    public static String removedFrom(String query) {
        return PARAMETER
                .matcher(query)
                .replaceAll(parameter -> Matcher.quoteReplacement(
                        isParameter(parameter.group(2)) ? withoutValue(parameter) : parameter.group()));
    }

    /** Returns whether the value of a parameter is a credential. */
    static boolean isParameter(String encodedName) {
        String name = decoded(encodedName);
        return SIGNATURE_PARAMETER.matcher(name).matches()
                || SECRET_NAME.matcher(name).matches();
    }

    private static String decoded(String name) {
        try {
            return PercentEncoding.decodeQuery(name);
        } catch (BrokenEscapeException noName) {
            return name;
        }
    }

    private static String withoutValue(MatchResult parameter) {
        return parameter.group(1) + parameter.group(2) + "=…";
    }
}
