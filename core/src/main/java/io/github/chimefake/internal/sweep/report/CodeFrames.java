package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.sweep.SweepSite;
import java.util.List;

/** The frames of a call, the innermost first, without those of the test that was swept. */
final class CodeFrames {
    private CodeFrames() {}

    /** Returns the frames; those of the test, too, if there are no others; none for a client whose lines are not known. */
    static List<String> of(String test, SweepSite site) {
        List<String> ofCode =
                site.lines().stream().filter(frame -> !isOfTest(test, frame)).toList();
        return ofCode.isEmpty() ? site.lines() : ofCode;
    }

    /** The name of a test usually has the name of its class in it. */
    private static boolean isOfTest(String test, String frame) {
        String type = topLevelType(frame);
        return !type.isEmpty() && ("." + test).matches("(?s)(\\.[^.\\s]+)*?\\.\\Q" + type + "\\E[.$].*");
    }

    /** Returns the simple name of the class of a frame, for example {@code Chat} of {@code Chat$Room.post(Chat.java:4)}. */
    private static String topLevelType(String frame) {
        String method = frame.split("\\(", 2)[0];
        String type = method.substring(0, Math.max(method.lastIndexOf('.'), 0));
        return type.substring(type.lastIndexOf('.') + 1).split("\\$", 2)[0];
    }

    /** Returns the line that made the call, for the row of a run. */
    static String line(String test, SweepSite site) {
        List<String> frames = of(test, site);
        return frames.isEmpty() ? unknown(site) : frames.get(0);
    }

    static String unknown(SweepSite site) {
        return "an unknown line (" + site + ")";
    }
}
