package io.github.chimefake.internal.sweep;

import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepSite;

/** A failure and where it is injected. */
record DefaultInjectedFailure(SweepSite site, OperationFailure failure) implements InjectedFailure {
    @Override
    public String name() {
        return site + ": " + SweptFailures.shortName(failure);
    }

    @Override
    public String toString() {
        return name();
    }
}
