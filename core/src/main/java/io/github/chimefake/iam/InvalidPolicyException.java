package io.github.chimefake.iam;

/** A text is no IAM policy, or one that is not supported. The message says where, what was received, and what to do. */
public final class InvalidPolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;

    InvalidPolicyException(String path, String problem) {
        super("Invalid IAM policy at " + path + ": " + problem);
        this.path = path;
    }

    InvalidPolicyException(Exception malformed) {
        super("Invalid IAM policy: " + malformed.getMessage() + ". Expected one JSON object", malformed);
        this.path = "$";
    }

    /** Where in the document, for example {@code $.Statement[0].Effect}; {@code $} if it is no JSON. */
    public String path() {
        return path;
    }
}
