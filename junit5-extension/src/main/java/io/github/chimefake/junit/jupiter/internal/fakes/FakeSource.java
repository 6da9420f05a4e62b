package io.github.chimefake.junit.jupiter.internal.fakes;

/** Provides fakes, each to one test or container at a time. */
interface FakeSource {
    /** Returns the pool that its fakes belong to. */
    FakePool pool();

    /** Returns a fake at the baseline of this source: the same one whenever it is free. */
    FakeLease lease();

    /** Takes back a fake from {@link #lease}. */
    void giveBack(PooledFake fake);
}
