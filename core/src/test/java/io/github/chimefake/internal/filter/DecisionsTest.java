package io.github.chimefake.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.exchange.Call;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private final Decisions decisions = new Decisions();

    private static Call.Attempt attempt(String call, int number) {
        return new Call.Attempt(Optional.of(call), number);
    }

    @Test
    void nothingIsDecidedAtFirst() {
        assertThat(decisions.decided(attempt("a", 1))).isEmpty();
    }

    @Test
    void aRetryGetsWhatWasDecidedForTheFirstAttempt() {
        decisions.decide(attempt("a", 1), 1);

        assertThat(decisions.decided(attempt("a", 2))).contains(1);
        assertThat(decisions.decided(attempt("b", 1))).isEmpty();
    }

    @Test
    void attemptsWithoutAnIdHaveNothingToDoWithEachOther() {
        Call.Attempt anonymous = new Call.Attempt(Optional.empty(), 1);

        decisions.decide(anonymous, 1);

        assertThat(decisions.decided(anonymous)).isEmpty();
    }

    @Test
    void veryOldCallsAreForgotten() {
        for (int number = 0; number <= 1_000; number++) {
            decisions.decide(attempt("call " + number, 1), 1);
        }

        assertThat(decisions.decided(attempt("call 0", 2))).isEmpty();
        assertThat(decisions.decided(attempt("call 1", 2))).contains(1);
        assertThat(decisions.decided(attempt("call 1000", 2))).contains(1);
    }

    @Test
    void clearingForgetsEverything() {
        decisions.decide(attempt("a", 1), 1);

        decisions.clear();

        assertThat(decisions.decided(attempt("a", 2))).isEmpty();
    }
}
