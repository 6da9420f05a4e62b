package io.github.chimefake.internal.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultSelection;
import java.util.Set;

/** Registers faults that begin with a call of one operation, and then apply to other operations, too. */
public final class LastingFaults {
    private LastingFaults() {}

    /**
     * Registers a fault that applies to the first of the selected calls and to all calls after it.
     *
     * @param calls selects the calls, of any operation
     * @param first the operation of the first call
     * @param affected the operations of all calls
     * @throws IllegalArgumentException if the selection ends after some calls
     */
    @CanIgnoreReturnValue
    public static Registration inject(
            FaultSelection calls, Operation first, Set<Operation> affected, FaultEffect effect) {
        return ((DefaultFaultSelection) calls).injectFromHereOn(first, affected, effect);
    }
}
