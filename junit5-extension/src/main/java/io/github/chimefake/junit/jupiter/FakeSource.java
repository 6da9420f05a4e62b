package io.github.chimefake.junit.jupiter;

/** Lends fakes, each to one user at a time. */
interface FakeSource {
    /** All fakes that it can lend. */
    FakePool pool();

    /** A fake at this source's baseline: the same one whenever it is free. */
    FakeLease lease();

    /** Takes back a fake that {@link #lease} lent. */
    void giveBack(PooledFake fake);
}
