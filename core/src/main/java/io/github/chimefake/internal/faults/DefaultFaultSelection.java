package io.github.chimefake.internal.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultEffects;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.faults.MemberFaultSelection;
import io.github.chimefake.faults.ResponseBody;
import io.github.chimefake.internal.faults.effects.MissedWrites;
import io.github.chimefake.internal.faults.effects.OwnResponse;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.RequestFilter;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.filter.ScheduledSelection;
import io.github.chimefake.internal.filter.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** Selects calls for the faults of a plan. */
@CheckReturnValue
class DefaultFaultSelection extends ScheduledSelection<DefaultFaultSelection> implements FaultSelection {
    final FaultPlan plan;
    private final FaultConditions conditions;
    private final int attempts;

    DefaultFaultSelection(
            Sentence sentence,
            FaultPlan plan,
            CallFilter filter,
            FaultConditions conditions,
            Schedule schedule,
            int attempts) {
        super(sentence, filter, schedule);
        this.plan = plan;
        this.conditions = conditions;
        this.attempts = attempts;
    }

    @Override
    protected DefaultFaultSelection with(CallFilter filter, Schedule schedule) {
        return new DefaultFaultSelection(next(), plan, filter, conditions, schedule, attempts);
    }

    private DefaultFaultSelection with(FaultConditions others) {
        return new DefaultFaultSelection(next(), plan, filter(), others, schedule(), attempts);
    }

    @Override
    protected String steps() {
        return super.steps()
                + conditions.steps()
                + (attempts == Integer.MAX_VALUE ? "" : ".attempts(" + attempts + ")");
    }

    Set<Operation> operations() {
        return filter().operations();
    }

    @Override
    public DefaultFaultSelection attempts(int count) {
        return new DefaultFaultSelection(next(), plan, filter(), conditions, schedule(), atLeastOne("attempts", count));
    }

    @Override
    public MemberFaultSelection forMember(ChimeUser member) {
        return new DefaultMemberFaultSelection(with(conditions.forMember(member)), member);
    }

    @Override
    public DefaultFaultSelection after(Operation first, Operation... more) {
        return with(conditions.after(CallFilter.ANY.on(first, more)));
    }

    @Override
    public <R extends AwsRequest> DefaultFaultSelection after(Class<R> type, Predicate<? super R> predicate) {
        return with(conditions.after(CallFilter.ANY.matching(new RequestFilter<>(type, predicate))));
    }

    @Override
    public DefaultFaultSelection during(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "during(" + duration + "): the duration must be positive. Use for example Duration.ofSeconds(5)");
        }
        Instant now = plan.tools().clock().instant();
        Duration longest = Duration.between(now, Instant.MAX);
        return during(now, duration.compareTo(longest) < 0 ? now.plus(duration) : Instant.MAX);
    }

    @Override
    public DefaultFaultSelection during(Instant start, Instant end) {
        return with(conditions.during(new FaultWindow(start, end)));
    }

    @Override
    public DefaultFaultSelection withProbability(double probability) {
        return with(conditions.withProbability(probability));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration fail(ChimeError error) {
        return inject(FaultEffects.error(error));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration fail(ChimeError error, String message) {
        return inject(FaultEffects.error(error, message));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration delay(Duration duration) {
        return inject(FaultEffects.delay(duration));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration delay(Duration shortest, Duration longest) {
        return inject(FaultEffects.delay(shortest, longest));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration loseResponse() {
        return inject(FaultEffects.lostResponse());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration loseRequest() {
        return inject(FaultEffects.lostRequest());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration respond(int status, ResponseBody body) {
        return inject(FaultEffects.response(status, body));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration respond(AwsResponse response) {
        return inject(FaultEffects.response(response));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration inject(FaultEffect effect) {
        return register(new EffectSequence.Same(effect), List.of(effect));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration eachCall(FaultEffect first, FaultEffect... more) {
        List<FaultEffect> effects = list(first, more);
        return register(new EffectSequence.PerCall(effects), effects);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration eachAttempt(FaultEffect first, FaultEffect... more) {
        List<FaultEffect> effects = list(first, more);
        return register(new EffectSequence.PerAttempt(effects), effects);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration failEachCall(ChimeError first, ChimeError... more) {
        return eachCall(FaultEffects.error(first), effects(more));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration failEachAttempt(ChimeError first, ChimeError... more) {
        return eachAttempt(FaultEffects.error(first), effects(more));
    }

    private static FaultEffect[] effects(ChimeError... errors) {
        return Stream.of(errors).map(FaultEffects::error).toArray(FaultEffect[]::new);
    }

    private static List<FaultEffect> list(FaultEffect first, FaultEffect... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toList();
    }

    /** Notes that the last method of a member's fault was called, even if it fails. */
    void finished() {
        finish();
    }

    /** Registers a fault for {@link LastingFaults}. */
    Registration injectFromHereOn(Operation first, Set<Operation> affected, FaultEffect effect) {
        finish();
        filter().on(first).requireSatisfiable();
        Schedule lasting = schedule() instanceof Schedule.Nth nth ? new Schedule.From(nth.n()) : schedule();
        boolean lasts = lasting instanceof Schedule.Always || lasting instanceof Schedule.From;
        if (!lasts || conditions.after().isPresent()) {
            throw new IllegalArgumentException(
                    "A failure of " + first + " and all later calls was given \"" + conditions
                            + schedule()
                            + "\", but it begins with one call and does not end. Select the call that it begins with"
                            + " with nthCall(n) or fromCall(n), or leave that out for the next one");
        }
        return plan.add(List.of(new ScheduledFault(
                filter().on(affected),
                conditions.beginningWith(first),
                lasting,
                attempts,
                new EffectSequence.Same(effect))));
    }

    private Registration register(EffectSequence sequence, List<FaultEffect> effects) {
        finish();
        effects.forEach(this::requireResponseOfTheOperations);
        effects.forEach(this::requireReads);
        if (sequence instanceof EffectSequence.PerAttempt && attempts < effects.size()) {
            throw new IllegalArgumentException(
                    "\"" + filter() + ": " + sequence + "\" has effects for " + effects.size()
                            + " attempts, but attempts(" + attempts + ") selects fewer. Leave out attempts(" + attempts
                            + "), or some of the effects");
        }
        ScheduledFault fault = new ScheduledFault(calls(effects), conditions, scheduleOf(sequence), attempts, sequence);
        return plan.add(List.of(fault));
    }

    /** Returns the selected calls: of stale reads only reads, so that no write counts for the schedule. */
    private CallFilter calls(List<FaultEffect> effects) {
        boolean stale = effects.stream().anyMatch(MissedWrites.class::isInstance);
        return stale && filter().operations().isEmpty() ? filter().on(OperationGroup.READ.operations()) : filter();
    }

    private Schedule scheduleOf(EffectSequence sequence) {
        if (sequence.calls() == Integer.MAX_VALUE) {
            return schedule();
        }
        if (schedule().maxCalls() < sequence.calls()) {
            throw new IllegalArgumentException("\"" + filter() + ": " + sequence + "\" has effects for "
                    + sequence.calls() + " calls, but \"" + schedule() + "\" selects fewer. Leave out \"" + schedule()
                    + "\", or some of the effects");
        }
        return new Schedule.UpTo(schedule(), sequence.calls());
    }

    private void requireReads(FaultEffect effect) {
        if (effect instanceof MissedWrites stale) {
            Set<Operation> reads = OperationGroup.READ.operations();
            filter().operations().stream()
                    .filter(operation -> !reads.contains(operation))
                    .findFirst()
                    .ifPresent(write -> {
                        throw new IllegalArgumentException("\"" + filter() + ": " + stale + "\": " + write
                                + " is not a read, so it always acts on the current state. Select reads, for example with"
                                + " on(OperationGroup.READ)");
                    });
        }
    }

    /** A response of another operation would reach the client as one without any member. */
    private void requireResponseOfTheOperations(FaultEffect effect) {
        if (effect instanceof OwnResponse own
                && (filter().operations().isEmpty()
                        || !filter().operations().stream()
                                .allMatch(operation -> OwnResponse.isOf(own.response(), operation)))) {
            String type = own.response().getClass().getSimpleName();
            throw new IllegalArgumentException("A " + type + " was given for \"" + filter()
                    + "\", but only one operation responds with it. Select that operation with on(…)");
        }
    }
}
