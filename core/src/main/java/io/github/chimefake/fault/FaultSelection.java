package io.github.chimefake.fault;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.CallSelection;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Rule;
import java.time.Duration;

/**
 * A sentence about calls that are to fail: which ({@code on}, {@code by}, {@code inChannel}), when ({@code once},
 * {@code calls}, {@code nth}, {@code attempts}; every call if left out), and how. Only the last word registers the fault.
 *
 * <pre>{@code
 * chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(UNAUTHORIZED_CLIENT);
 * chime.faults().on(LIST_CHANNEL_MESSAGES).by(bob).nth(3).loseResponse();
 * }</pre>
 *
 * <p>A fault strikes every attempt of the invocation it hits, so that an SDK's retries do not slip past it;
 * {@link #attempts} changes that. For a client that sends no {@code amz-sdk-invocation-id} (JavaScript SDK v2, AWS CLI 2.9,
 * Go SDK v1), a request counts as a retry if an equal one got a response that the client retries, less than 6 seconds before.
 * If such a client has its retries switched off, limit the fault to {@code attempts(1)}. A fault of operations of the identity
 * service alone that names a user or a channel is an IllegalArgumentException, as these have no bearer and no channel.
 */
@CheckReturnValue
public sealed class FaultSelection extends CallSelection<FaultSelection> permits Faults {
    private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);
    private static final Duration LONGEST_DELAY = Duration.ofHours(24);

    final FaultPlan plan;
    private final Schedule schedule;
    private final int attempts;

    FaultSelection(FaultPlan plan, CallFilter filter, Schedule schedule, int attempts) {
        super(filter);
        this.plan = plan;
        this.schedule = schedule;
        this.attempts = attempts;
    }

    @Override
    protected FaultSelection with(CallFilter other) {
        return new FaultSelection(plan, other, schedule, attempts);
    }

    private FaultSelection with(Schedule other) {
        return new FaultSelection(plan, filter(), other, attempts);
    }

    /** Only the next call. */
    public FaultSelection once() {
        return calls(1);
    }

    /**
     * Only the next calls. Of several faults that wait for the same call, the one registered first takes it.
     *
     * @param count how many, at least 1
     */
    public FaultSelection calls(int count) {
        return with(new Schedule.Next(atLeastOne("calls", count)));
    }

    /**
     * Only the n-th call from now on.
     *
     * @param n counted from 1
     */
    public FaultSelection nth(int n) {
        return with(new Schedule.Nth(atLeastOne("nth", n)));
    }

    /**
     * Only the first attempts of an invocation, so that the SDK's own retries reach the service.
     *
     * @param count how many, at least 1
     */
    public FaultSelection attempts(int count) {
        return new FaultSelection(plan, filter(), schedule, atLeastOne("attempts", count));
    }

    /** The calls are answered with the error, with its default message, and do not reach the service. */
    @CanIgnoreReturnValue
    public Rule fail(ChimeError error) {
        return fail(error, error.defaultMessage());
    }

    /** The calls are answered with the error and message, and do not reach the service. */
    @CanIgnoreReturnValue
    public Rule fail(ChimeError error, String message) {
        return register(new Failure(error, message));
    }

    /**
     * The calls are carried out, but their answers are held back for so long.
     *
     * @param duration in whole milliseconds, from 1 ms to 24 hours; what is finer is cut off
     */
    @CanIgnoreReturnValue
    public Rule delay(Duration duration) {
        if (duration.compareTo(SHORTEST_DELAY) < 0 || duration.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay(" + duration + "): the delay must be from " + SHORTEST_DELAY
                    + " (1 ms) to " + LONGEST_DELAY + " (24 hours)");
        }
        return register(new Delay(duration));
    }

    /** The calls are carried out, but their answers are lost: the connection closes without a byte. */
    @CanIgnoreReturnValue
    public Rule loseResponse() {
        return register(new LostResponse());
    }

    /** The calls never reach the service: the connection is reset. */
    @CanIgnoreReturnValue
    public Rule loseRequest() {
        return register(new LostRequest());
    }

    private Rule register(Fault fault) {
        FaultRule rule = new FaultRule(plan, filter().requireSatisfiable(), schedule, attempts, fault);
        plan.add(rule);
        return rule;
    }

    private static int atLeastOne(String word, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(word + "(" + count + "): the number must be at least 1");
        }
        return count;
    }
}
