package io.github.chimefake.iam;

/** A text is no request to simulate policies. The message says where, what was received, and what was expected. */
public final class InvalidSimulationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;

    InvalidSimulationException(String path, String problem) {
        super("Invalid simulation at " + path + ": " + problem);
        this.path = path;
    }

    /** Where in the request, for example {@code $.resources[0]}. */
    public String path() {
        return path;
    }
}
