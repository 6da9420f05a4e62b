package io.github.chimefake.permissions;

/**
 * The modes in which IAM policies are evaluated.
 *
 * @since 0.1
 */
public enum PolicyMode {
    /** Calls that policies deny fail. */
    ENFORCE,
    /** Calls that policies deny are served, and the journal reports them. */
    AUDIT
}
