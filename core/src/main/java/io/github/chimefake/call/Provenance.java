package io.github.chimefake.call;

/** What a behaviour of the fake rests on. {@code docs/fidelity.md} names the source of each. */
public enum Provenance {
    /** AWS's documentation or service model says so. */
    DOCUMENTED,
    /** The real service was seen to do so. */
    OBSERVED,
    /** Nobody published it; the fake does what is most likely. */
    ASSUMED,
    /** The test asked for it: a rule, a fault or a stub. */
    REQUESTED
}
