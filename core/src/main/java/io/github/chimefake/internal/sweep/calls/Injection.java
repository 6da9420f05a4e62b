package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.sweep.InjectedFailure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which calls of one run meet which failure. Guarded by its owner's lock. */
final class Injection {
    private final List<InjectedFailure> toInject;
    private final Set<InjectedFailure> applied = new LinkedHashSet<>();
    private Optional<LastingFailure> lasting = Optional.empty();

    Injection(List<InjectedFailure> toInject) {
        this.toInject = List.copyOf(toInject);
    }

    boolean isEmpty() {
        return toInject.isEmpty();
    }

    /** Returns the failure that a new call meets, and notes that it does. */
    Optional<OperationFailure> next(SiteOfCall site, Call call) {
        String caller = call.caller().principalArn();
        String who = call.bearer().map(Arn::text).orElse(caller);
        for (InjectedFailure injected : toInject) {
            if (!applied.contains(injected) && site.equals(injected.site())) {
                applied.add(injected);
                if (injected.failure().placement() == FailurePlacement.FROM_HERE_ON) {
                    lasting = Optional.of(new LastingFailure(injected.failure(), site, who, caller));
                }
                return Optional.of(injected.failure());
            }
        }
        return lasting.filter(failure -> failure.isMetBy(site, who, caller)).map(LastingFailure::failure);
    }

    /** Lets new calls meet no failure that began with another call. */
    void end() {
        lasting = Optional.empty();
    }

    /** Returns the failures that a call has met. */
    Set<InjectedFailure> applied() {
        return Set.copyOf(applied);
    }
}
