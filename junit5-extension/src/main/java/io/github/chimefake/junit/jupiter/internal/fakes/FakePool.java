package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.report.PrivilegeReports;
import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.leastprivilege.UsedPermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All fakes of one declaration. The first is started when it is first needed, the others when those before are in use.
 */
final class FakePool implements FakeSource, ContextStore.Closeable {
    private final FakeDeclaration declaration;
    private final DeclaredRules rules;
    private final RunServers servers;
    private final PrivilegeReports reports;
    private final List<PooledFake> all = new ArrayList<>();
    private final Set<PooledFake> unused = new HashSet<>();
    private boolean hasPort;

    private FakePool(FakeDeclaration declaration, DeclaredRules rules, ExtensionContext context) {
        this.declaration = declaration;
        this.rules = rules;
        this.servers = RunServers.in(context);
        this.reports = PrivilegeReports.in(context);
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

    /** Returns the name of the fakes; empty if they have none. */
    String fakeName() {
        return declaration.name();
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

    /** Returns whether each test of a class continues where the one before it ended. */
    boolean continues() {
        return declaration.continues();
    }

    /**
     * Checks that a test may have a fake beside that of another test.
     *
     * @throws ExtensionConfigurationException if it has to continue where the other test ends
     */
    void requireSeparateTests() {
        if (continues()) {
            throw new ExtensionConfigurationException(
                    declaration + " has reset = EACH_CLASS, but two of its tests run at the"
                            + " same time, so that none continues where the other ended. Run them in the same thread, for example"
                            + " with @Execution(SAME_THREAD), or leave out reset");
        }
    }

    /** Returns an unused fake, in any state: the one started first, if there are several. */
    PooledFake take() {
        return takeUnused().orElseGet(this::startAnother);
    }

    private synchronized Optional<PooledFake> takeUnused() {
        Optional<PooledFake> first = all.stream().filter(unused::contains).findFirst();
        first.ifPresent(unused::remove);
        return first;
    }

    private PooledFake startAnother() {
        int port = servers.takePort(declaration);
        PooledFake started;
        try {
            started = new PooledFake(declaration.name(), () -> start(port));
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
            servers.giveBackPort(declaration);
        }
    }

    private ChimeMessagingServer start(int port) {
        ChimeMessagingServer chime = declaration.start(port, servers.pool());
        try {
            rules.applyTo(chime);
        } catch (RuntimeException wrong) {
            chime.close();
            throw wrong;
        }
        return chime;
    }

    /** Takes back a fake from {@link #take}. */
    synchronized void put(PooledFake fake) {
        unused.add(fake);
    }

    @Override
    public synchronized void close() {
        all.forEach(PooledFake::close);
        if (hasPort) {
            servers.giveBackPort(declaration);
        }
        reports.add(
                all.stream().map(PooledFake::usedPermissions).reduce(UsedPermissions.none(), UsedPermissions::plus),
                declaration.settings().leastPrivilegeFile());
    }
}
