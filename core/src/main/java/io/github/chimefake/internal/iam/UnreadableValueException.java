package io.github.chimefake.internal.iam;

/** A value in a policy is not what its element or operator takes. The message says what was expected. */
final class UnreadableValueException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableValueException(String expected) {
        super(expected);
    }
}
