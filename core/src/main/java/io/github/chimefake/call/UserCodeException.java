package io.github.chimefake.call;

/** Code that a user handed to the fake failed. The message names it, so that nobody takes it for a fault of the fake. */
public final class UserCodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message what failed, and what to do
     * @param cause what the code threw
     */
    public UserCodeException(String message, Throwable cause) {
        super(message, cause);
    }
}
