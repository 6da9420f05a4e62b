package io.github.chimefake.internal.iam.policy;

/** What a statement does with the requests that it applies to. */
public enum Effect {
    /** Allows them, unless another statement denies them. */
    ALLOW("Allow"),
    /** Denies them, whatever other statements allow. */
    DENY("Deny");

    private final String jsonValue;

    Effect(String jsonValue) {
        this.jsonValue = jsonValue;
    }

    /** Returns the value of the element {@code Effect}, which is case-sensitive. */
    public String jsonValue() {
        return jsonValue;
    }
}
