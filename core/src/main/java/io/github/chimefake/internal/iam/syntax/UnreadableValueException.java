package io.github.chimefake.internal.iam.syntax;

/** A value in a policy is not what its element or operator takes. The message says what was expected. */
public final class UnreadableValueException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableValueException(String expected) {
        super(expected);
    }
}
