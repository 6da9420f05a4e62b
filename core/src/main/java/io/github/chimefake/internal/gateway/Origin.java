package io.github.chimefake.internal.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which test, and which generation within it, a request belongs to.
 *
 * @param test the number of the test that the client was made in, or for a client of the baseline the one that runs
 * @param generation the number of the generation in which the call began
 */
public record Origin(long test, long generation) {
    /** The header in which a ready client names the origin of a request. */
    public static final String HEADER = "x-chime-fake-origin";

    private static final Pattern FORM = Pattern.compile("test=(\\d{1,18}),generation=(\\d{1,18})");

    static Optional<Origin> parse(String header) {
        Matcher matcher = FORM.matcher(header);
        return matcher.matches()
                ? Optional.of(new Origin(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Returns the value of the header. */
    @Override
    public String toString() {
        return "test=" + test + ",generation=" + generation;
    }
}
