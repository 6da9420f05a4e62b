package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.Experimental;
import io.github.chimefake.Registration;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.description.Description;

/**
 * Assertions about how often a rule, fault, limit or stale read was applied. Not thread-safe.
 *
 * <pre>{@code
 * Registration fault = chime.faults().on(LIST_CHANNELS).fail(THROTTLED_CLIENT);
 * …
 * assertThat(chime).applied(fault).times(2);
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public final class RegistrationAssert extends AbstractAssert<RegistrationAssert, Registration> {
    private final AppliedTimes applied;
    private final Judging judging;

    RegistrationAssert(AppliedTimes applied, Judging judging, Description description) {
        super(applied.registration(), RegistrationAssert.class);
        this.applied = applied;
        this.judging = judging;
        info.description(description);
        applied.unlessSome().ifPresent(message -> {
            throw failure("%s", message);
        });
    }

    /**
     * Fails unless it was applied to exactly this many calls since the last reset. A call and its retries count once.
     *
     * @param count at least 1
     * @throws IllegalArgumentException if the count is 0 or less: use {@code neverApplied(…)}
     */
    @CanIgnoreReturnValue
    public RegistrationAssert times(int count) {
        judging.exact();
        applied.unlessTimes(count).ifPresent(message -> {
            throw failure("%s", message);
        });
        return this;
    }
}
