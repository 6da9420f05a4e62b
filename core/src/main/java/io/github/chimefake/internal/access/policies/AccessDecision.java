package io.github.chimefake.internal.access.policies;

import io.github.chimefake.internal.exchange.Refusal;
import java.util.function.Supplier;

/** Whether a call may pass, as far as the test's rules and the caller's policies are concerned. */
public sealed interface AccessDecision {
    /**
     * Both let it pass.
     *
     * @param why puts into words which of them had a say
     */
    record Allowed(Supplier<String> why) implements AccessDecision {
        /** Why, in words. */
        public String explanation() {
            return why.get();
        }
    }

    /** One of them does not. */
    record Denied(Refusal refusal) implements AccessDecision {}

    /**
     * The policies do not, but they are not enforced.
     *
     * @param wouldBe the answer that the call is spared
     */
    record SoftlyDenied(Refusal wouldBe) implements AccessDecision {}
}
