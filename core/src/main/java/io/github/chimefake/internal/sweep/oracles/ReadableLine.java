package io.github.chimefake.internal.sweep.oracles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines of states, for a person. */
final class ReadableLine {
    private static final int CHARACTERS = 160;

    private ReadableLine() {}

    /** Returns the line, the part before what it belongs to, with ARNs by their last parts, and without generated ids, instants and quotes. */
    static String of(String line) {
        List<String> parts = new ArrayList<>(List.of(line.split(" > ")));
        Collections.reverse(parts);
        return shortened(String.join(" of ", parts)
                .replaceAll("arn:[^ \"/]*:app-instance/[^ \"/]+/", "")
                .replaceAll(" ?\\w+=\"?<(id|instant)>\"?", "")
                .replace("\"", "")
                .replace("{ ", "{"));
    }

    /** Returns a text in one line, and not too long for a report. */
    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= CHARACTERS ? line : line.substring(0, CHARACTERS) + "…";
    }
}
