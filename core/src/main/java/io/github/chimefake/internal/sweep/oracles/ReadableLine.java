package io.github.chimefake.internal.sweep.oracles;

/** Lines of states, for a person. */
final class ReadableLine {
    private static final int CHARACTERS = 160;

    private ReadableLine() {}

    /** Returns the line with ARNs by their last parts, and without generated ids, instants and quotes. */
    static String of(String line) {
        String text = line.replaceAll("arn:[^ \"/]*:app-instance/[^ \"/]+/", "")
                .replaceAll(" ?\\w+=\"?<(id|instant)>\"?", "")
                .replace("\"", "")
                .replace("{ ", "{");
        return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS) + "…";
    }
}
