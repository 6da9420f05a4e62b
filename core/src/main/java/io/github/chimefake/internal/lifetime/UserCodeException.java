package io.github.chimefake.internal.lifetime;

/**
 * Signals that user code failed. The explanation names the code, so that the failure is not mistaken for an error of
 * the fake.
 */
public final class UserCodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String explanation;

    /**
     * Creates an exception.
     *
     * @param explanation which code failed, and what to do
     * @param cause the exception thrown by the code
     */
    public UserCodeException(String explanation, Throwable cause) {
        super(explanation, cause);
        this.explanation = explanation;
    }

    /** Returns the text of an exception or error, also if its {@code toString()} fails. */
    public static String describe(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable fails) {
            return thrown.getClass().getName() + " (its toString() failed with "
                    + fails.getClass().getName() + ")";
        }
    }

    /** Returns which code failed, and what to do. */
    public String explanation() {
        return explanation;
    }
}
