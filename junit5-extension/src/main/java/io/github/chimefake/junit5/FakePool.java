package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.leastprivilege.LeastPrivilege;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * All fakes of one annotation. The first is started when it is first needed, the others when those before are in use.
 *
 * <p>Closeable in both ways, since Jupiter before 5.13 closes nothing in a store that is merely {@code AutoCloseable}.
 */
final class FakePool implements FakeSource, CloseableResource, AutoCloseable {
    private final Supplier<ChimeMessagingServer> starter;
    private final Consumer<LeastPrivilege> report;
    private final List<PooledFake> all = new ArrayList<>();
    private final Set<PooledFake> idle = new HashSet<>();

    /**
     * No fakes yet.
     *
     * @param report is told in the end what all of them let pass
     */
    FakePool(Supplier<ChimeMessagingServer> starter, Consumer<LeastPrivilege> report) {
        this.starter = starter;
        this.report = report;
    }

    @Override
    public FakePool pool() {
        return this;
    }

    @Override
    public FakeLease lease() {
        PooledFake fake = take();
        fake.reset(fake.atStart());
        return new FakeLease(this, fake);
    }

    @Override
    public void giveBack(PooledFake fake) {
        fake.reset(fake.atStart());
        put(fake);
    }

    /** A fake that nobody uses, in whatever state: the one started first, if there are several. */
    PooledFake take() {
        return takeIdle().orElseGet(this::startAnother);
    }

    private synchronized Optional<PooledFake> takeIdle() {
        Optional<PooledFake> first = all.stream().filter(idle::contains).findFirst();
        first.ifPresent(idle::remove);
        return first;
    }

    private PooledFake startAnother() {
        PooledFake started = new PooledFake(starter);
        synchronized (this) {
            all.add(started);
        }
        return started;
    }

    /** Takes back what {@link #take} gave. */
    synchronized void put(PooledFake fake) {
        idle.add(fake);
    }

    @Override
    public synchronized void close() {
        all.forEach(PooledFake::close);
        report.accept(all.stream().map(PooledFake::leastPrivilege).reduce(LeastPrivilege.NONE, LeastPrivilege::and));
    }
}
