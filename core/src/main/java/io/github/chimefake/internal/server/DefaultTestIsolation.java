package io.github.chimefake.internal.server;

import io.github.chimefake.TestIsolation;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.util.function.Supplier;

/** The isolation of the tests of a fake. */
final class DefaultTestIsolation implements TestIsolation {
    private final Rooms rooms;
    private final Baseline baseline;

    DefaultTestIsolation(Rooms rooms, Baseline baseline) {
        this.rooms = rooms;
        this.baseline = baseline;
    }

    @Override
    public void startTest(ServerSnapshot baselineOfTest) {
        baseline.startTest(FakeSnapshot.of(baselineOfTest));
    }

    @Override
    public void nameTest(String name) {
        rooms.generations.nameTest(name);
    }

    @Override
    public Supplier<String> printout() {
        return rooms.journal.printout();
    }

    @Override
    public void clearJournal() {
        rooms.journal.clear();
    }
}
