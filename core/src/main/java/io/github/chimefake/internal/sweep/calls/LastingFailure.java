package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.Layer;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.sweep.SweepSite;
import java.util.Set;

/**
 * A failure that later calls meet, too: those of the same caller if it is about the caller, otherwise those of the same bearer.
 *
 * @param site the call that met it
 * @param who the bearer of the call that met it; the caller if it had none
 * @param caller the principal that made this call
 */
public record LastingFailure(OperationFailure failure, SweepSite site, String who, String caller) {
    private static final Set<Layer> OF_CALLER = Set.of(Layer.CREDENTIALS, Layer.IAM_POLICY);

    /** Returns whether a later call meets the failure. */
    public boolean isMetBy(SweepSite later, String whoLater, String callerLater) {
        if (SweptFailures.isOfRepetitions(failure)) {
            return Sites.subject(site).equals(Sites.subject(later));
        }
        return SweptFailures.lasting(failure).contains(later.operation())
                && (failure.layer().filter(OF_CALLER::contains).isPresent()
                        ? caller.equals(callerLater)
                        : who.equals(whoLater));
    }
}
