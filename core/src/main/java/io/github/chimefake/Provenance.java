package io.github.chimefake;

/**
 * The evidence for a behavior of the fake. {@code docs/fidelity.md} names the source of each.
 *
 * @since 0.1
 */
public enum Provenance {
    /** AWS's documentation or service model says so. */
    DOCUMENTED,
    /** The real service was observed to do so. */
    OBSERVED,
    /** Not published; the fake implements the most likely behavior. */
    ASSUMED,
    /** Not a behavior of AWS: a rule, a fault or a stub of the test caused it, or the fake itself. */
    REQUESTED
}
