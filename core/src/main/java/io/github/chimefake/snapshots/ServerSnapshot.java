package io.github.chimefake.snapshots;

/** What a fake held at one moment: state, rules, faults, callers, clock and WireMock stubs, but not its journal. Immutable. */
public interface ServerSnapshot {}
