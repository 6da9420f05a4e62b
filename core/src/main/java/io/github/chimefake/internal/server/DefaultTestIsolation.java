package io.github.chimefake.internal.server;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.UnusedSetup;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.lifetime.ClosePrevention;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.util.List;
import java.util.function.Supplier;

/** The test isolation of a fake. */
final class DefaultTestIsolation implements TestIsolation {
    private final FakeComponents components;
    private final Baseline baseline;
    private final ClosePrevention closing;

    DefaultTestIsolation(FakeComponents components, Baseline baseline, ClosePrevention closing) {
        this.components = components;
        this.baseline = baseline;
        this.closing = closing;
    }

    @Override
    public void startTest(ServerSnapshot baselineOfTest) {
        baseline.startTest(FakeSnapshot.of(baselineOfTest));
    }

    @Override
    public void nameTest(String name) {
        components.generations.nameTest(name);
    }

    @Override
    public void requireUser(ChimeUser user) {
        components.service.requireUser(Arn.of(user.arn()));
    }

    @Override
    public ChimeCaller callersOf(String principal) {
        return components.callers.ofPrincipal(principal);
    }

    @Override
    public void requireCaller(ChimeCaller caller) {
        components.callers.requireOneOf(Caller.of(caller));
    }

    @Override
    public void requireChannel(ChimeChannel channel) {
        components.service.requireChannel(Arn.of(channel.arn()));
    }

    @Override
    public List<UnusedSetup> unusedSetup() {
        return components.setups.sinceReset();
    }

    @Override
    public List<UnusedSetup> unusedBaseline() {
        return components.setups.ofBaseline();
    }

    @Override
    public void declare(String declaration, Runnable setup) {
        components.setups.declare(declaration, setup);
    }

    @Override
    public Supplier<String> printout() {
        return components.journalUpToNow().printout();
    }

    @Override
    public String printoutOfLateCalls() {
        return components.journal.printoutOfLateCalls();
    }

    @Override
    public void keepClients() {
        components.generations.keepAllClients();
    }

    @Override
    public Runnable preventClose(String reason) {
        return closing.begin(reason);
    }

    @Override
    public void clearJournal() {
        components.journal.clear();
    }
}
