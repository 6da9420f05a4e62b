package io.github.chimefake.internal.exchange;

import io.github.chimefake.Registration;

/**
 * A fault that applied to an attempt.
 *
 * @param fault the fault; its {@code toString()} describes it, and may be code of the user
 * @param registration what the method that registered the fault has returned
 */
public record AppliedFault(Object fault, Registration registration) {
    /** Returns the description of the fault. */
    public String description() {
        try {
            return fault.toString();
        } catch (RuntimeException ofUserCode) {
            return "a fault whose description failed with "
                    + ofUserCode.getClass().getName();
        }
    }
}
