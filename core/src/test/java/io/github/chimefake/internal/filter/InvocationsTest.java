package io.github.chimefake.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.exchange.Call;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvocationsTest {
    private final Invocations<String> invocations = new Invocations<>();

    private static Call.Attempt attempt(String invocation, int number) {
        return new Call.Attempt(Optional.of(invocation), number);
    }

    @Test
    void nothingIsDecidedAtFirst() {
        assertThat(invocations.decided(attempt("a", 1))).isEmpty();
    }

    @Test
    void aRetryGetsWhatWasDecidedForTheFirstAttempt() {
        invocations.decide(attempt("a", 1), "fail");

        assertThat(invocations.decided(attempt("a", 2))).contains("fail");
        assertThat(invocations.decided(attempt("b", 1))).isEmpty();
    }

    @Test
    void attemptsWithoutAnIdHaveNothingToDoWithEachOther() {
        Call.Attempt anonymous = new Call.Attempt(Optional.empty(), 1);

        invocations.decide(anonymous, "fail");

        assertThat(invocations.decided(anonymous)).isEmpty();
    }

    @Test
    void veryOldInvocationsAreForgotten() {
        for (int number = 0; number <= 1_000; number++) {
            invocations.decide(attempt("invocation " + number, 1), "fail");
        }

        assertThat(invocations.decided(attempt("invocation 0", 2))).isEmpty();
        assertThat(invocations.decided(attempt("invocation 1", 2))).contains("fail");
        assertThat(invocations.decided(attempt("invocation 1000", 2))).contains("fail");
    }

    @Test
    void clearingForgetsEverything() {
        invocations.decide(attempt("a", 1), "fail");

        invocations.clear();

        assertThat(invocations.decided(attempt("a", 2))).isEmpty();
    }
}
