package io.github.chimefake.internal.server;

import io.github.chimefake.TestIsolation;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.util.function.Supplier;

/** The test isolation of a fake. */
final class DefaultTestIsolation implements TestIsolation {
    private final FakeServer fake;

    DefaultTestIsolation(FakeServer fake) {
        this.fake = fake;
    }

    @Override
    public void startTest(ServerSnapshot baseline) {
        fake.startTest(FakeSnapshot.of(baseline));
    }

    @Override
    public void nameTest(String name) {
        fake.rooms().generations.nameTest(name);
    }

    @Override
    public Supplier<String> printout() {
        return fake.rooms().journal.printout();
    }

    @Override
    public void clearJournal() {
        fake.rooms().journal.clear();
    }
}
