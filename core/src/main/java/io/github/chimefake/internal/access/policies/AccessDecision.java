package io.github.chimefake.internal.access.policies;

import io.github.chimefake.internal.exchange.Refusal;
import java.util.function.Supplier;

/** The decision of the permission rules and of the caller's policies on a call. */
public sealed interface AccessDecision {
    /**
     * Both allow it.
     *
     * @param why explains which of them allowed it
     */
    record Allowed(Supplier<String> why) implements AccessDecision {
        /** Returns the explanation. */
        public String explanation() {
            return why.get();
        }
    }

    /** One of them denies it. */
    record Denied(Refusal refusal) implements AccessDecision {}

    /**
     * The policies deny it, but they are in audit mode.
     *
     * @param wouldBe the error that the call would receive if they were enforced
     */
    record DeniedInAudit(Refusal wouldBe) implements AccessDecision {}
}
