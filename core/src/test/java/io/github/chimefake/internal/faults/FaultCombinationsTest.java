package io.github.chimefake.internal.faults;

import static io.github.chimefake.faults.FaultEffects.delay;
import static io.github.chimefake.faults.FaultEffects.error;
import static io.github.chimefake.faults.FaultEffects.lostRequest;
import static io.github.chimefake.faults.FaultEffects.lostResponse;
import static io.github.chimefake.faults.FaultEffects.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.faults.effects.FaultTools;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.socketfaults.SocketFaults;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/**
 * Generated faults and calls, compared with a model that is as plain as possible: for each call it goes through the faults in the order
 * of registration, and decides for each whether it applies.
 */
@Tag("slow")
class FaultCombinationsTest {
    private static final CallResult PROCESSED =
            CallResult.success(SendChannelMessageResponse.builder().build());
    private static final List<Operation> OPERATIONS =
            List.of(Operation.SEND_CHANNEL_MESSAGE, Operation.LIST_CHANNELS, Operation.DESCRIBE_CHANNEL);
    private static final int CALLS = 40;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachCallGetsWhatTheModelSays(long seed) {
        Random random = new Random(seed);
        FaultPlan plan = new FaultPlan(
                new FaultTools(UserCode.DIRECT, ManualClock.standingStill(), seed, caller -> {}, caller -> {}),
                new FakeLifetime());
        List<ModelFault> model = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(number -> ModelFault.random(random))
                .toList();
        List<Registration> registered = model.stream()
                .map(fault -> fault.registerWith(
                        new DefaultFaults(plan, SocketFaults.none(UserCode.DIRECT, new FakeLifetime()))))
                .toList();
        List<Step> steps = steps(random);

        List<String> expected =
                steps.stream().map(step -> Model.outcome(model, step)).toList();
        List<String> actual = steps.stream()
                .map(step -> describe(plan.carryOut(
                        CallFixture.of(step.operation)
                                .attempt(step.call, step.attempt)
                                .bind(),
                        processed -> PROCESSED)))
                .toList();

        assertThat(actual).as("faults: %s, calls: %s", registered, steps).isEqualTo(expected);
        assertThat(registered.stream().map(Registration::timesApplied).toList())
                .as("times applied of %s", registered)
                .isEqualTo(model.stream().map(fault -> fault.applied).toList());
    }

    private record Step(Operation operation, String call, int attempt) {}

    /** Calls with up to three attempts, between which there may be other calls. */
    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        Map<String, Integer> attempts = new HashMap<>();
        Map<String, Operation> operations = new HashMap<>();
        for (int i = 0; i < CALLS; i++) {
            String call = "call " + random.nextInt(CALLS / 2);
            Operation operation = operations.computeIfAbsent(call, any -> pick(OPERATIONS, random));
            // The first attempts of some calls were made before the faults were registered.
            int attempt = attempts.merge(call, 1 + random.nextInt(8) / 7, Integer::sum);
            if (attempt <= 3) {
                steps.add(new Step(operation, call, attempt));
            }
        }
        return steps;
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String describe(CallResult result) {
        String outcome = result.outcome() instanceof CallResult.Failure failure
                ? failure.serviceError().error().name()
                : result.outcome().getClass().getSimpleName();
        return outcome + " " + result.delay().toMillis() + " ms"
                + result.connectionFault().map(fault -> " " + fault).orElse("");
    }

    /** An effect, as the model knows it. */
    private enum ModelEffect {
        ERROR(error(ChimeError.FORBIDDEN)),
        OTHER_ERROR(error(ChimeError.CONFLICT)),
        LOST_REQUEST(lostRequest()),
        LOST_RESPONSE(lostResponse()),
        DELAY(delay(Duration.ofMillis(5))),
        PASSES(passes());

        private final FaultEffect effect;

        ModelEffect(FaultEffect effect) {
            this.effect = effect;
        }

        boolean ends() {
            return this == ERROR || this == OTHER_ERROR || this == LOST_REQUEST;
        }
    }

    private enum Order {
        SAME,
        EACH_CALL,
        EACH_ATTEMPT
    }

    private enum When {
        ALWAYS,
        CALLS,
        NTH,
        FROM,
        EVERY_NTH
    }

    private static final class ModelFault {
        private final Optional<Operation> operation;
        private final Optional<Operation> after;
        private final When when;
        private final int n;
        private final int attempts;
        private final Order order;
        private final List<ModelEffect> effects;

        private final Map<String, Integer> decisions = new HashMap<>();
        private boolean begun;
        private int seen;
        private int applied;

        private ModelFault(Random random) {
            this.operation = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(pick(OPERATIONS, random));
            this.after = random.nextInt(3) == 0 ? Optional.of(pick(OPERATIONS, random)) : Optional.empty();
            this.order = pick(List.of(Order.values()), random);
            this.when = order == Order.EACH_CALL
                    ? pick(List.of(When.ALWAYS, When.FROM, When.EVERY_NTH), random)
                    : pick(List.of(When.values()), random);
            this.n = 1 + random.nextInt(3);
            this.effects = IntStream.range(0, order == Order.SAME ? 1 : 1 + random.nextInt(3))
                    .mapToObj(number -> pick(List.of(ModelEffect.values()), random))
                    .toList();
            int fewest = order == Order.EACH_ATTEMPT ? effects.size() : 1;
            this.attempts = random.nextInt(3) == 0 ? fewest + random.nextInt(2) : Integer.MAX_VALUE;
        }

        static ModelFault random(Random random) {
            return new ModelFault(random);
        }

        Registration registerWith(FaultSelection any) {
            FaultSelection selection = operation.map(any::on).orElse(any);
            selection = after.isPresent() ? selection.after(after.get()) : selection;
            selection = switch (when) {
                case ALWAYS -> selection;
                case CALLS -> selection.calls(n);
                case NTH -> selection.nthCall(n);
                case FROM -> selection.fromCall(n);
                case EVERY_NTH -> selection.everyNthCall(n);
            };
            selection = attempts == Integer.MAX_VALUE ? selection : selection.attempts(attempts);
            FaultEffect first = effects.get(0).effect;
            FaultEffect[] more =
                    effects.stream().skip(1).map(each -> each.effect).toArray(FaultEffect[]::new);
            return switch (order) {
                case SAME -> selection.inject(first);
                case EACH_CALL -> selection.eachCall(first, more);
                case EACH_ATTEMPT -> selection.eachAttempt(first, more);
            };
        }

        boolean selects(Step step) {
            return operation.isEmpty() || operation.get() == step.operation;
        }

        /** Returns the number of the call among those that the fault applies to; 0 if it does not apply. */
        int decide(Step step, boolean ended) {
            return decisions.computeIfAbsent(step.call, call -> {
                if (after.isPresent() && !begun) {
                    return 0;
                }
                seen++;
                boolean due = switch (when) {
                    case ALWAYS -> true;
                    case CALLS -> applied < n;
                    case NTH -> seen == n;
                    case FROM -> seen >= n;
                    case EVERY_NTH -> seen % n == 0;
                };
                if (ended
                        || step.attempt > attempts
                        || !due
                        || (order == Order.EACH_CALL && applied == effects.size())) {
                    return 0;
                }
                return ++applied;
            });
        }

        Optional<ModelEffect> effect(int ordinal, int attempt) {
            if (ordinal == 0 || attempt > attempts) {
                return Optional.empty();
            }
            int index = switch (order) {
                case SAME -> 1;
                case EACH_CALL -> ordinal;
                case EACH_ATTEMPT -> attempt;
            };
            return index <= effects.size() ? Optional.of(effects.get(index - 1)) : Optional.empty();
        }
    }

    private static final class Model {
        private Model() {}

        static String outcome(List<ModelFault> faults, Step step) {
            String outcome = "Success";
            String connection = "";
            int delay = 0;
            boolean ended = false;
            for (ModelFault fault : faults) {
                if (!fault.selects(step)) {
                    continue;
                }
                Optional<ModelEffect> effect = fault.effect(fault.decide(step, ended), step.attempt);
                if (ended || effect.isEmpty()) {
                    continue;
                }
                switch (effect.get()) {
                    case ERROR -> outcome = "FORBIDDEN";
                    case OTHER_ERROR -> outcome = "CONFLICT";
                    case LOST_REQUEST -> {
                        outcome = "RequestLost";
                        connection = " RESET";
                    }
                    case LOST_RESPONSE -> connection = " CLOSE";
                    case DELAY -> delay += 5;
                    case PASSES -> {}
                }
                ended = effect.get().ends();
            }
            faults.stream()
                    .filter(fault -> fault.after.filter(step.operation::equals).isPresent())
                    .forEach(fault -> fault.begun = true);
            return outcome + " " + delay + " ms" + connection;
        }
    }
}
