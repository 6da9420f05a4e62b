package io.github.chimefake.internal.sweep;

import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.internal.sweep.calls.Moment;
import io.github.chimefake.internal.sweep.calls.RequestContent;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which runs a sweep makes. */
class PlanTest {
    private static SweptCall call(Operation operation, int occurrence, Optional<OperationFailure> injected) {
        return call(operation, occurrence, injected, 1);
    }

    private static SweptCall call(
            Operation operation, int occurrence, Optional<OperationFailure> injected, long thread) {
        Moment moment = new Moment(thread, 0);
        return new SweptCall(
                SweepValues.site(operation, occurrence, "Chat.post(Chat.java:1)"),
                "user/test",
                RequestContent.of(Map.of()),
                injected,
                injected.isPresent(),
                Optional.empty(),
                false,
                false,
                moment,
                moment,
                new SweptCall.Period(0, 0));
    }

    @Test
    void ofALineThatOnlyAFailureRepeatsAFewCallsAreSwept() {
        Plan plan = new Plan(SweepSettings.defaults());
        SweptCall send = call(SEND_CHANNEL_MESSAGE, 1, Optional.empty());
        plan.addClean(List.of(send), List.of(send.site()));
        List<InjectedFailure> first = plan.next().orElseThrow();
        List<SweptCall> calls = new ArrayList<>();
        calls.add(call(SEND_CHANNEL_MESSAGE, 1, Optional.of(first.get(0).failure())));
        for (int i = 1; i <= 60; i++) { // Polls until it gives up.
            calls.add(call(LIST_CHANNEL_MESSAGES, i, Optional.empty()));
        }

        plan.ended(first, calls);

        assertThat(plan.sites()).hasSize(4);
        assertThat(plan.skippedAsEquivalent()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aFailureThatLastsIsTheSameAsOneThatDoesNotOnlyIfNoLaterCallCanMeetIt(long otherThread) {
        Plan plan = new Plan(SweepSettings.defaults());
        SweptCall other = call(SEND_CHANNEL_MESSAGE, 1, Optional.empty(), otherThread);
        SweptCall last = call(SEND_CHANNEL_MESSAGE, 2, Optional.empty());
        plan.addClean(List.of(other, last), List.of(last.site()));

        for (Optional<List<InjectedFailure>> run = plan.next(); run.isPresent(); run = plan.next()) {
            Optional<OperationFailure> failure = Optional.of(run.get().get(0).failure());
            plan.ended(run.get(), List.of(other, call(SEND_CHANNEL_MESSAGE, 2, failure)));
        }

        assertThat(plan.skippedAsEquivalent()).isEqualTo(otherThread == 1 ? 1 : 0);
    }
}
