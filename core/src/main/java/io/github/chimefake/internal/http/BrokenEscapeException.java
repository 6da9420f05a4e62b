package io.github.chimefake.internal.http;

/** Thrown for a percent escape that is incomplete, not hexadecimal, or part of a sequence that is not UTF-8. */
public final class BrokenEscapeException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenEscapeException(String message) {
        super(message);
    }
}
