package io.github.chimefake.internal.iam.syntax;

/** Thrown if an element or an operator does not accept a value. The message says what was expected. */
public final class UnreadableValueException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableValueException(String expected) {
        super(expected);
    }
}
