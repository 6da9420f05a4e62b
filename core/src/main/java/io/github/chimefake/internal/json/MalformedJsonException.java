package io.github.chimefake.internal.json;

/**
 * Thrown for text that is not JSON, or JSON that {@link Json} rejects. The message contains the position and the
 * reason.
 */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedJsonException(String problem, int line, int column) {
        super("Malformed JSON at line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    /** Returns the line of the error, starting at 1. */
    public int line() {
        return line;
    }

    /** Returns the column of the error in UTF-16 code units, starting at 1. */
    public int column() {
        return column;
    }
}
