package io.github.chimefake.junit.jupiter;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ServerPool;
import io.github.chimefake.leastprivilege.UsedPermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * All fakes of one declaration. The first is started when it is first needed, the others when those before are in use.
 *
 * <p>Closeable in both ways, since Jupiter before 5.13 closes nothing in a store that is merely {@code AutoCloseable}.
 */
final class FakePool implements FakeSource, CloseableResource, AutoCloseable {
    private final FakeDeclaration declaration;
    private final DeclaredRules rules;
    private final ServerPool servers;
    private final DeclaredPorts ports;
    private final PrivilegeReports reports;
    private final List<PooledFake> all = new ArrayList<>();
    private final Set<PooledFake> idle = new HashSet<>();
    private boolean hasPort;

    private FakePool(FakeDeclaration declaration, DeclaredRules rules, ExtensionContext context) {
        this.declaration = declaration;
        this.rules = rules;
        this.servers = SharedEndpoints.of(context);
        this.ports = DeclaredPorts.in(context);
        this.reports = PrivilegeReports.of(context);
    }

    /**
     * Returns a pool without fakes.
     *
     * @throws ExtensionConfigurationException if the declaration, a rule of its classes or a configuration parameter is wrong
     */
    static FakePool of(FakeDeclaration declaration, ExtensionContext context) {
        declaration.check();
        return new FakePool(declaration, declaration.rulesOfClasses(), context);
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
        int port = ports.take(declaration);
        PooledFake started;
        try {
            started = new PooledFake(() -> start(port));
        } catch (RuntimeException failure) {
            giveBackPort(port);
            throw failure;
        }
        synchronized (this) {
            all.add(started);
            hasPort |= port != 0;
        }
        return started;
    }

    private void giveBackPort(int port) {
        if (port != 0) {
            ports.giveBack(declaration);
        }
    }

    private ChimeMessagingServer start(int port) {
        ChimeMessagingServer chime = declaration.start(port, servers);
        try {
            rules.applyTo(chime);
        } catch (RuntimeException wrong) {
            chime.close();
            throw wrong;
        }
        return chime;
    }

    /** Takes back what {@link #take} gave. */
    synchronized void put(PooledFake fake) {
        idle.add(fake);
    }

    @Override
    public synchronized void close() {
        all.forEach(PooledFake::close);
        if (hasPort) {
            ports.giveBack(declaration);
        }
        reports.add(
                all.stream().map(PooledFake::usedPermissions).reduce(UsedPermissions.none(), UsedPermissions::plus),
                declaration.settings().leastPrivilegeFile());
    }
}
