package io.github.chimefake.internal.sts;

/** An error response of STS. */
final class StsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient StsError error;
    final String explanation;

    /**
     * Creates an error response.
     *
     * @param message sent to the client
     * @param explanation what was received, what is valid and what to do; only for the test
     */
    StsException(StsError error, String message, String explanation) {
        super(message, null, false, false);
        this.error = error;
        this.explanation = explanation;
    }

    /** Returns the error for a parameter, as AWS words it. */
    static StsException invalid(String parameter, String received, String constraint, String explanation) {
        return new StsException(
                StsError.VALIDATION,
                "1 validation error detected: Value " + received + " at '" + parameter
                        + "' failed to satisfy constraint: Member must " + constraint,
                explanation);
    }
}
