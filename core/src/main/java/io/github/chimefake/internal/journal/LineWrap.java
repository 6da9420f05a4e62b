package io.github.chimefake.internal.journal;

import java.util.ArrayList;
import java.util.List;

/** Wraps long lines at spaces, so that they can be read in a terminal or the log of a build. */
final class LineWrap {
    private static final int COLUMNS = 120;
    private static final int FURTHER_INDENTATION = 8;

    private LineWrap() {}

    /** Returns the line in parts of at most 120 columns; the parts after the first one are indented further. A word is not broken. */
    static List<String> wrap(String line) {
        List<String> lines = new ArrayList<>();
        int indentation = indentation(line);
        String rest = line;
        int begin = indentation;
        while (rest.length() > COLUMNS) {
            int space = rest.lastIndexOf(' ', COLUMNS);
            if (space <= begin) {
                space = rest.indexOf(' ', COLUMNS);
            }
            if (space < 0) {
                break;
            }
            lines.add(rest.substring(0, space));
            begin = indentation + FURTHER_INDENTATION;
            rest = " ".repeat(begin) + rest.substring(space + 1);
        }
        lines.add(rest);
        return lines;
    }

    private static int indentation(String line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }
}
