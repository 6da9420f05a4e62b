package io.github.chimefake.iam;

/** A text is no IAM policy, or one that is not supported. The message says where, what was received, and what to do. */
public final class InvalidPolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final String BEGINNING = "Invalid IAM policy";

    private final String path;

    InvalidPolicyException(String path, String problem) {
        super(BEGINNING + " at " + path + ": " + problem);
        this.path = path;
    }

    InvalidPolicyException(Exception malformed) {
        super(BEGINNING + ": " + malformed.getMessage() + ". Expected one JSON object", malformed);
        this.path = "$";
    }

    private InvalidPolicyException(String path, String message, InvalidPolicyException cause) {
        super(message, cause);
        this.path = path;
    }

    /** The same, which says of which policy. */
    InvalidPolicyException of(String policyName) {
        String rest = String.valueOf(getMessage()).substring(BEGINNING.length());
        return new InvalidPolicyException(path, BEGINNING + " \"" + policyName + "\"" + rest, this);
    }

    /** Where in the document, for example {@code $.Statement[0].Effect}; {@code $} if it is no JSON. */
    public String path() {
        return path;
    }
}
