package io.github.chimefake.internal.http;

import java.util.regex.Pattern;

/** The path and query of a request, as texts for people contain them. */
public final class PrintedTarget {
    private static final Pattern SIGNATURE_PARAMETER = Pattern.compile("(?i)([?&]X-Amz-[a-z-]+=)[^&]*");

    private PrintedTarget() {}

    /** Returns the target without the values of a presigned query, which are credentials, and shortened if it is long. */
    public static String of(String target) {
        return Excerpt.of(
                target.indexOf('?') < 0
                        ? target
                        : SIGNATURE_PARAMETER.matcher(target).replaceAll("$1…"));
    }
}
