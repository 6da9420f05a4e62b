package io.github.chimefake.internal.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The test and the generation of a request.
 *
 * @param test the number of the test in which the client was created, or of the current test for a client of the
 *     baseline
 * @param generation the number of the generation in which the call began
 */
public record CallOrigin(long test, long generation) {
    /** The header in which a client of the fake sends the origin of a request. */
    public static final String HEADER = "x-chime-fake-origin";

    private static final Pattern FORM = Pattern.compile("test=(\\d{1,18}),generation=(\\d{1,18})");

    static Optional<CallOrigin> parse(String header) {
        Matcher matcher = FORM.matcher(header);
        return matcher.matches()
                ? Optional.of(new CallOrigin(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Returns the header value. */
    @Override
    public String toString() {
        return "test=" + test + ",generation=" + generation;
    }
}
