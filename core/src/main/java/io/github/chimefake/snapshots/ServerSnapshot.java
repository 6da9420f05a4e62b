package io.github.chimefake.snapshots;

/**
 * What a fake held at one moment: state, rules, faults, callers, clock and WireMock stubs, but not its journal. Immutable. Not to be
 * implemented by users.
 */
public interface ServerSnapshot {}
