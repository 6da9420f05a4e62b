package io.github.chimefake.internal.json;

/** The text is no JSON, or JSON that {@link Json} refuses. The message says where and why. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedJsonException(String problem, int line, int column) {
        super("Malformed JSON at line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    /** The line where reading stopped, from 1. */
    public int line() {
        return line;
    }

    /** The column where reading stopped, from 1, in UTF-16 code units. */
    public int column() {
        return column;
    }
}
