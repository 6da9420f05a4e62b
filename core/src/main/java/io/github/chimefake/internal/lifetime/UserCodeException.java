package io.github.chimefake.internal.lifetime;

/** Code that a user handed to the fake failed. The explanation names it, so that nobody takes it for a fault of the fake. */
public final class UserCodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String explanation;

    /**
     * Creates one.
     *
     * @param explanation what failed, and what to do
     * @param cause what the code threw
     */
    public UserCodeException(String explanation, Throwable cause) {
        super(explanation, cause);
        this.explanation = explanation;
    }

    /** Returns what was thrown, as text, also if it fails to describe itself. */
    public static String describe(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable fails) {
            return thrown.getClass().getName() + " (its toString() failed with "
                    + fails.getClass().getName() + ")";
        }
    }

    /** Returns what failed, and what to do. */
    public String explanation() {
        return explanation;
    }
}
