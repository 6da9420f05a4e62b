package io.github.chimefake.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GenerationsTest {
    private final Generations generations = new Generations();

    private static boolean isLate(Generations generations, CallOrigin origin) {
        return isLate(generations, origin.toString());
    }

    private static boolean isLate(Generations generations, String origin) {
        return generations.within(Optional.of(origin), Optional::isPresent);
    }

    private String explanation(CallOrigin origin) {
        return generations.within(
                Optional.of(origin.toString()), late -> late.orElseThrow().explanation());
    }

    @Test
    void aRequestOfAnEarlierGenerationIsLate() {
        CallOrigin first = generations.current();
        generations.reset(() -> {});

        assertThat(isLate(generations, first)).isTrue();
        assertThat(isLate(generations, generations.current())).isFalse();
        assertThat(generations.<Boolean>within(Optional.empty(), Optional::isPresent))
                .isFalse();
        assertThat(explanation(first)).contains("began before the fake was reset");
    }

    @Test
    void aClientOfTheTestThatRunsIsNotLateAfterItsReset() {
        generations.startTest(generations.testsOfBaseline(), () -> {});
        long madeIn = generations.current().test();

        generations.reset(() -> {});

        assertThat(isLate(generations, generations.ofCall(madeIn))).isFalse();
    }

    @Test
    void aClientOfATestThatIsOverIsLateAndBlamedOnThatTest() {
        generations.startTest(generations.testsOfBaseline(), () -> {});
        generations.nameTest("ChatTest > first()");
        long madeIn = generations.current().test();
        generations.startTest(generations.testsOfBaseline(), () -> {});
        generations.nameTest("ChatTest > second()");

        CallOrigin origin = generations.ofCall(madeIn);

        assertThat(isLate(generations, origin)).isTrue();
        assertThat(explanation(origin))
                .contains("came from a client of the test ChatTest > first(), which has ended")
                .doesNotContain("second");
    }

    @Test
    void aHeaderThatNobodyWroteIsLate() {
        assertThat(isLate(generations, "0")).isTrue();
        assertThat(isLate(generations, "")).isTrue();
    }

    @Test
    void fakesThatShareTheirNumbersNeverTakeEachOthersRequestsForTheirOwn() {
        TestRegistry tests = new TestRegistry();
        Generations earlier = new Generations(tests);
        Generations later = new Generations(tests);

        for (int reset = 1; reset <= 3; reset++) {
            CallOrigin ofEarlier = earlier.ofCall(earlier.current().test());
            assertThat(isLate(earlier, ofEarlier)).isFalse();
            assertThat(isLate(later, ofEarlier)).isTrue();
            earlier.reset(() -> {});
            later.startTest(later.testsOfBaseline(), () -> {});
        }
    }

    @Test
    void aRequestOfATestOfAnEarlierFakeIsBlamedOnThatTest() {
        TestRegistry tests = new TestRegistry();
        Generations earlier = new Generations(tests);
        earlier.nameTest("EarlierTest > sends()");
        Generations later = new Generations(tests);
        later.nameTest("LaterTest > reads()");

        String explanation = later.within(
                Optional.of(earlier.current().toString()),
                late -> late.orElseThrow().explanation());

        assertThat(explanation).contains("EarlierTest > sends()").doesNotContain("LaterTest");
    }

    @Test
    void whereThereIsNoFakeEveryRequestIsLate() {
        Generations none = Generations.none();

        assertThat(none.<Boolean>within(Optional.empty(), Optional::isPresent)).isTrue();
        assertThat(isLate(none, none.current())).isTrue();
    }

    @Test
    void aRequestThatAnotherRequestWaitsForIsNotHeldUpByAResetThatWaitsForBoth() {
        Thread reset = new Thread(() -> generations.reset(() -> {}));

        boolean inner = generations.within(Optional.empty(), late -> {
            reset.start();
            awaitWaiting(reset);
            return CompletableFuture.supplyAsync(() -> generations.<Boolean>within(Optional.empty(), Optional::isEmpty))
                    .join();
        });

        assertThat(inner).isTrue();
    }

    @Test
    void aResetFromWithinARequestDoesNotWaitForItAndTheRequestGoesOn() {
        CallOrigin before = generations.current();

        String answer = generations.within(
                Optional.empty(),
                late -> generations.run(() -> {
                    generations.reset(() -> {});
                    return "answered";
                }));

        assertThat(answer).isEqualTo("answered");
        assertThat(generations.current()).isNotEqualTo(before);
    }

    @Test
    void twoRequestsThatResetWhileTheyAreUnderWayDoNotWaitForEachOther() {
        CompletableFuture<Void> both = new CompletableFuture<>();
        CompletableFuture<String> other =
                CompletableFuture.supplyAsync(() -> generations.within(Optional.empty(), late -> {
                    both.join();
                    generations.reset(() -> {});
                    return "other";
                }));

        String own = generations.within(Optional.empty(), late -> {
            both.complete(null);
            generations.reset(() -> {});
            return "own";
        });

        assertThat(own + other.join()).isEqualTo("ownother");
    }

    @Test
    void aResetDoesNotWaitForCodeOfTheUserAndTheRequestIsLateThen() {
        assertThatExceptionOfType(LateRequestException.class)
                .isThrownBy(() -> generations.within(
                        Optional.empty(),
                        late -> generations.run(() -> {
                            CompletableFuture.runAsync(() -> generations.reset(() -> {}))
                                    .join();
                            return "nothing";
                        })))
                .withMessageContaining("began before the fake was reset");
    }

    @Test
    void aResetWaitsForARequestThatCameBackFromCodeOfTheUser() {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        Thread reset = new Thread(() -> {
            generations.reset(() -> {});
            over.complete(true);
        });

        boolean waited = generations.within(Optional.empty(), late -> {
            generations.run(() -> "nothing");
            reset.start();
            awaitWaiting(reset);
            return !over.isDone();
        });

        assertThat(waited).isTrue();
        assertThat(over.join()).isTrue();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aRequestOfAnEarlierGenerationIsLateFromTheBeginningOrAfterItsUserCode() {
        CallOrigin began = generations.current();
        assertThat(generations.<Optional<String>>asRequest(began, late -> late)).isEmpty();

        List<Optional<String>> reasons = new ArrayList<>();
        String result = generations.asRequest(began, late -> {
            reasons.add(late);
            return late.isPresent()
                    ? "late"
                    : generations.run(() -> {
                        CompletableFuture.runAsync(() -> generations.reset(() -> {}))
                                .join();
                        return "in time";
                    });
        });

        assertThat(result).isEqualTo("late");
        assertThat(reasons).hasSize(2).last().satisfies(late -> assertThat(late).isPresent());
        assertThat(generations.asRequest(began, late -> late).orElseThrow())
                .contains("began before the fake was reset");
    }

    @Test
    void aSecondThatWasOverWhenTheGenerationBeganIsLate() {
        assertThat(generations.lateIfSignedIn(Instant.EPOCH)).isEmpty();
        Instant before = Instant.now();
        generations.reset(() -> {});

        assertThat(generations.lateIfSignedIn(
                        before.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1)))
                .isPresent();
        assertThat(generations.lateIfSignedIn(Instant.now().truncatedTo(ChronoUnit.SECONDS)))
                .isEmpty();
    }
}
