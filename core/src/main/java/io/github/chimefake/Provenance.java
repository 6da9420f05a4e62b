package io.github.chimefake;

/** The evidence for a behavior of the fake. {@code docs/fidelity.md} names the source of each. */
public enum Provenance {
    /** AWS's documentation or service model says so. */
    DOCUMENTED,
    /** The real service was observed to do so. */
    OBSERVED,
    /** Not published; the fake does what is most likely. */
    ASSUMED,
    /** AWS has no part in it: a rule, a fault or a stub of the test caused it, or the fake itself. */
    REQUESTED
}
