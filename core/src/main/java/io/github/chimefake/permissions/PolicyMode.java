package io.github.chimefake.permissions;

/** Whether IAM policies are enforced. */
public enum PolicyMode {
    /** Calls that policies deny fail. */
    ENFORCE,
    /** Calls that policies deny are served, and the journal reports them. */
    AUDIT
}
