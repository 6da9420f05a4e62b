package io.github.chimefake.snapshots;

/**
 * The contents of a fake at one moment: state, rules, faults, callers, clock and WireMock stubs, but not its journal. Immutable. Not to be
 * implemented by users.
 *
 * @since 0.1
 */
public interface ServerSnapshot {}
