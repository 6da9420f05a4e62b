package io.github.chimefake.internal.http;

/** Thrown for a percent escape that is cut off, has no hexadecimal digits, or is not UTF-8 together with its neighbors. */
public final class BrokenEscapeException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenEscapeException(String message) {
        super(message);
    }
}
