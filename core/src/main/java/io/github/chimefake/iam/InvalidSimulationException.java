package io.github.chimefake.iam;

/**
 * Thrown if a text is not a valid request to simulate policies. The message says where, what was received, and what is valid.
 *
 * @since 0.1
 */
public final class InvalidSimulationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * Creates an exception.
     *
     * @param path the JSON path of the error in the request
     * @param message the complete message, including the path
     */
    public InvalidSimulationException(String path, String message) {
        super(message);
        this.path = path;
    }

    /** Returns the JSON path of the error in the request, for example {@code $.resources[0]}. */
    public String path() {
        return path;
    }
}
