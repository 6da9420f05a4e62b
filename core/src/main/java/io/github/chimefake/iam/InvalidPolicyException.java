package io.github.chimefake.iam;

/**
 * Thrown if a text is not a valid IAM policy. The message says where, what was received, what is valid, and what to do.
 *
 * @since 0.1
 */
public final class InvalidPolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * Creates an exception.
     *
     * @param path the JSON path of the error in the policy
     * @param message the complete message, including the path
     */
    public InvalidPolicyException(String path, String message) {
        super(message);
        this.path = path;
    }

    /**
     * Creates an exception with a cause.
     *
     * @param path the JSON path of the error in the policy
     * @param message the complete message, including the path
     * @param cause the reason
     */
    public InvalidPolicyException(String path, String message, Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    /** Returns the JSON path of the error in the policy, for example {@code $.Statement[0].Effect}; {@code $} if it is not JSON. */
    public String path() {
        return path;
    }
}
