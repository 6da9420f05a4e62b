package io.github.chimefake.internal.sweep.oracles;

import static io.github.chimefake.Operation.CREATE_CHANNEL_BAN;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.DELETE_CHANNEL;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.sweep.SweepValues.state;
import static io.github.chimefake.sweep.SweepOracle.DUPLICATED;
import static io.github.chimefake.sweep.SweepOracle.HALF_DONE;
import static io.github.chimefake.sweep.SweepOracle.HUNG;
import static io.github.chimefake.sweep.SweepOracle.LEAKED;
import static io.github.chimefake.sweep.SweepOracle.MASKED;
import static io.github.chimefake.sweep.SweepOracle.POISONED;
import static io.github.chimefake.sweep.SweepOracle.REPLACED;
import static io.github.chimefake.sweep.SweepOracle.RETRIED_WITHOUT_PAUSE;
import static io.github.chimefake.sweep.SweepOracle.SWALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.sweep.calls.AbortedRunError;
import io.github.chimefake.sweep.SweepOracle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** What each oracle takes for a bug, and what it does not. */
class OraclesTest {
    private static final String BOUNDARY = "io.github.chimefake.internal.sweep.CodeExecution";

    private static Runs sendFails() {
        return Runs.failing(SEND_CHANNEL_MESSAGE, "role", "hello");
    }

    private static Runs readFails() {
        return Runs.failing(LIST_CHANNEL_MESSAGES, "role", "page 1");
    }

    /** Returns an exception that was thrown there, the innermost class first. */
    private static <T extends Throwable> T thrownIn(T exception, String... classes) {
        StackTraceElement[] stack = new StackTraceElement[classes.length];
        for (int i = 0; i < classes.length; i++) {
            stack[i] = new StackTraceElement(classes[i], "run", "File.java", 1);
        }
        exception.setStackTrace(stack);
        return exception;
    }

    private static Throwable failsByService() {
        return ConflictException.builder().message("exists").build();
    }

    @Nested
    class Swallowing {
        private Runs lost() {
            return sendFails().states("general:", "general:", "general:hello");
        }

        @Test
        void isADenialOrAnotherFailureThatNothingShows() {
            assertThat(lost().alarms()).containsExactly(SWALLOWED);
            assertThat(Runs.failing(SEND_CHANNEL_MESSAGE, "throttled", "hello")
                            .states("general:", "general:", "general:hello")
                            .alarms())
                    .containsExactly(MASKED);
        }

        @Test
        void isMadeUpForByTheSameCallOrAnotherChange() {
            assertThat(lost().then(SEND_CHANNEL_MESSAGE, "hello").alarms()).isEmpty();
            assertThat(lost().then(CREATE_CHANNEL_MEMBERSHIP, "bob").alarms()).isEmpty();
        }

        @Test
        void isNotMadeUpForByAReadOrByWhatTheCleanRunDoesToo() {
            assertThat(lost().then(LIST_CHANNEL_MESSAGES, "page 1").alarms()).containsExactly(SWALLOWED);
            assertThat(lost().andAlways(SEND_CHANNEL_MESSAGE, "bye").alarms()).containsExactly(SWALLOWED);
            assertThat(lost().andAlways(SEND_CHANNEL_MESSAGE, "hello").alarms()).containsExactly(SWALLOWED);
            assertThat(lost().andAlways(SEND_CHANNEL_MESSAGE, "hello")
                            .then(SEND_CHANNEL_MESSAGE, "hello")
                            .alarms())
                    .isEmpty();
        }

        @Test
        void isNotMadeUpForByTheSameLineWithAnotherContentIfOnlyTheResponseWasLost() {
            Runs lostResponse = Runs.failing(SEND_CHANNEL_MESSAGE, "response lost", "1")
                    .states("general:", "general:1,2", "general:1");
            assertThat(lostResponse
                            .thenAt(SEND_CHANNEL_MESSAGE, "2", "general", "Chat.send(Chat.java:1)")
                            .alarms())
                    .containsExactly(MASKED);
            assertThat(lostResponse
                            .thenAt(SEND_CHANNEL_MESSAGE, "short", "general", "Chat.send(Chat.java:9)")
                            .alarms())
                    .isEmpty();
            assertThat(lost().thenAt(SEND_CHANNEL_MESSAGE, "short", "general", "Chat.send(Chat.java:1)")
                            .alarms())
                    .isEmpty();
        }

        @Test
        void isNotMadeUpForBySomethingUnrelatedIfTheCodeReturnsSuccess() {
            String line = "Chat.send(Chat.java:9)";
            Runs banned = Runs.failing(CREATE_CHANNEL_BAN, "role", "bob")
                    .states("general:", "general:", "general:ban")
                    .thenAt(SEND_CHANNEL_MESSAGE, "trouble", "archive", line);
            assertThat(banned.values("true", "true").alarms()).containsExactly(SWALLOWED);
            assertThat(banned.values("false", "true").alarms()).isEmpty();
            assertThat(banned.values("true", "true")
                            .thenAt(SEND_CHANNEL_MESSAGE, "ban bob by hand", "general", line)
                            .alarms())
                    .isEmpty();
            assertThat(lost().thenAt(SEND_CHANNEL_MESSAGE, "hello", "archive", line)
                            .alarms())
                    .isEmpty();
        }

        @Test
        void isNotMadeUpForByAnUndoingOfWhichTheCallerDoesNotLearn() {
            Runs undone = Runs.failing(CREATE_CHANNEL_MODERATOR, "role", "bob")
                    .states("general:", "general:", "general:bob")
                    .then(DELETE_CHANNEL_MEMBERSHIP, "bob");
            assertThat(undone.values("bob", "bob").alarms()).containsExactly(SWALLOWED);
            assertThat(undone.values("denied", "bob").alarms()).isEmpty();
        }

        @Test
        void isNoneIfTheLastOfSeveralFailuresMadeNoDifference() {
            assertThat(lost().afterOthersThatEnded("general:").alarms()).isEmpty();
            assertThat(lost().afterOthersThatEnded("general:hello").alarms()).containsExactly(SWALLOWED);
        }

        @Test
        void isNoneIfAWholeTestExpectsAFailureAndGetsThisOneInstead() {
            assertThat(lost().sweepingWholeTest()
                            .expectingAFailureOf(CREATE_CHANNEL_BAN)
                            .alarms())
                    .isEmpty();
            assertThat(lost().expectingAFailureOf(CREATE_CHANNEL_BAN).alarms()).containsExactly(SWALLOWED);
        }

        @Test
        void ofADeletionIsMadeUpForByAnotherDeletion() {
            assertThat(Runs.failing(DELETE_CHANNEL_MODERATOR, "role", "bob")
                            .states("general:bob", "general:bob", "general:")
                            .then(DELETE_CHANNEL_MEMBERSHIP, "bob")
                            .alarms())
                    .isEmpty();
        }

        @Test
        void ofAReadIsMadeUpForByTheSameReadOnly() {
            Runs read = readFails().values("0", "3");
            assertThat(read.alarms()).containsExactly(SWALLOWED);
            assertThat(read.then(SEND_CHANNEL_MESSAGE, "cannot read").alarms()).containsExactly(SWALLOWED);
            assertThat(read.then(LIST_CHANNEL_MESSAGES, "page 2").alarms()).containsExactly(SWALLOWED);
            assertThat(read.then(LIST_CHANNEL_MESSAGES, "page 1").alarms()).isEmpty();
        }

        @Test
        void isNoneIfStateAndValueAreThoseOfTheCleanRun() {
            assertThat(readFails().values("3", "3").alarms()).isEmpty();
        }

        @Test
        void isNoneIfARetryOfTheSdkSucceeded() {
            assertThat(Runs.failing(SEND_CHANNEL_MESSAGE, "response lost once", "hello")
                            .succeedingInTheEnd()
                            .states("general:", "general:", "general:hello")
                            .alarms())
                    .isEmpty();
        }

        @Test
        void isExcusedByBestEffortIfNothingElseIsMissing() {
            assertThat(lost().bestEffort(SEND_CHANNEL_MESSAGE).alarms()).isEmpty();
            assertThat(lost().onlyClean(CREATE_CHANNEL_MEMBERSHIP, "bob")
                            .bestEffort(SEND_CHANNEL_MESSAGE)
                            .alarms())
                    .containsExactly(SWALLOWED);
            assertThat(lost().onlyClean(CREATE_CHANNEL_MEMBERSHIP, "bob")
                            .bestEffort(SEND_CHANNEL_MESSAGE, CREATE_CHANNEL_MEMBERSHIP)
                            .alarms())
                    .isEmpty();
            assertThat(lost().andAlways(CREATE_CHANNEL_MEMBERSHIP, "bob")
                            .bestEffort(SEND_CHANNEL_MESSAGE)
                            .alarms())
                    .isEmpty();
            assertThat(lost().bestEffort(CREATE_CHANNEL_MEMBERSHIP).alarms()).containsExactly(SWALLOWED);
        }

        @Test
        void bestEffortExcusesNeitherWhatIsDuplicatedNorHungNorLeaked() {
            assertThat(sendFails()
                            .states("general:", "general:hello,hello", "general:hello")
                            .bestEffort(SEND_CHANNEL_MESSAGE)
                            .alarms())
                    .containsExactly(DUPLICATED);
            assertThat(sendFails().hung().bestEffort(SEND_CHANNEL_MESSAGE).alarms())
                    .containsExactly(HUNG);
            assertThat(sendFails()
                            .printing("a long secret text", "", "a long secret text")
                            .bestEffort(SEND_CHANNEL_MESSAGE)
                            .alarms())
                    .containsExactly(LEAKED);
        }
    }

    @Test
    void aReasonIsOneShortLine() {
        FailingRun run = readFails().values("a\nb", "c ".repeat(200)).run();

        assertThat(Oracles.judge(run, EnumSet.allOf(SweepOracle.class)).get(SWALLOWED))
                .contains("returned a b instead of c c c")
                .endsWith("…")
                .hasSizeLessThan(300);
        assertThat(Oracles.judge(
                                sendFails()
                                        .states("general:", "general:", "general:hello")
                                        .run(),
                                EnumSet.allOf(SweepOracle.class))
                        .get(SWALLOWED))
                .contains("the state lacks messages {content=hello")
                .endsWith(" of channels general");
    }

    @Nested
    class Replacing {
        private Set<SweepOracle> alarms(Throwable thrown) {
            return sendFails().throwing(thrown).alarms();
        }

        @Test
        void isAnExceptionOfTheCodeWithoutItsCause() {
            assertThat(alarms(thrownIn(new IllegalStateException(), "com.example.Chat", "com.example.ChatTest")))
                    .containsExactly(REPLACED);
            assertThat(alarms(thrownIn(
                            new IllegalStateException(),
                            "java.util.Optional",
                            "com.example.Chat",
                            "com.example.ChatTest")))
                    .containsExactly(REPLACED);
        }

        @Test
        void isNoneWithTheCauseOrTheCodeOfTheError() {
            Throwable received = ForbiddenException.builder().message("no").build();
            assertThat(sendFails()
                            .delivering(received)
                            .throwing(thrownIn(new IllegalStateException("x", received), "com.example.Chat"))
                            .alarms())
                    .isEmpty();
        }

        @Test
        void isNoneIfTheTestOrAnAssertionThrows() {
            assertThat(alarms(thrownIn(new IllegalStateException(), "java.util.Optional", "com.example.ChatTest")))
                    .isEmpty();
            assertThat(alarms(thrownIn(new IllegalStateException(), "com.example.ChatTest$1")))
                    .isEmpty();
            assertThat(alarms(thrownIn(new IllegalStateException(), "com.example.ChatTest$Service")))
                    .containsExactly(REPLACED);
            assertThat(alarms(thrownIn(new IllegalStateException(), "org.awaitility.Awaitility", "com.example.Chat")))
                    .isEmpty();
            assertThat(alarms(thrownIn(new AssertionError(), "com.example.Chat")))
                    .isEmpty();
            assertThat(alarms(thrownIn(new IllegalStateException()))).isEmpty();
        }

        @Test
        void isNoneIfTheServiceGaveAnotherError() {
            assertThat(alarms(thrownIn(new IllegalStateException(failsByService()), "com.example.Chat")))
                    .isEmpty();
        }

        @Test
        void isLookedForInWhatCarriesItFromAnotherThread() {
            Throwable ofCode = thrownIn(new IllegalStateException(), "com.example.Chat", "java.lang.Thread");
            assertThat(alarms(thrownIn(new ExecutionException(ofCode), "com.example.ChatTest")))
                    .containsExactly(REPLACED);
            assertThat(alarms(thrownIn(new CompletionException(ofCode), "com.example.ChatTest")))
                    .containsExactly(REPLACED);
            assertThat(alarms(thrownIn(
                            new UncheckedIOException(thrownIn(new IOException(), "com.example.ChatTest")),
                            "com.example.Chat")))
                    .isEmpty();
        }

        @Test
        void knowsTheTestThatIsSweptAsAWhole() {
            assertThat(sendFails()
                            .sweepingWholeTest()
                            .throwing(thrownIn(
                                    new IllegalStateException(),
                                    "java.util.Optional",
                                    "com.example.ChatTest",
                                    "java.lang.reflect.Method",
                                    "io.github.chimefake.junit.jupiter.internal.suite.TestInSuite",
                                    BOUNDARY,
                                    "com.example.Main"))
                            .alarms())
                    .isEmpty();
            assertThat(sendFails()
                            .sweepingWholeTest()
                            .throwing(thrownIn(
                                    new IllegalStateException(), "com.example.Chat", "com.example.ChatTest", BOUNDARY))
                            .alarms())
                    .containsExactly(REPLACED);
        }
    }

    @Nested
    class Retrying {
        private Runs retried(long waits, long thread) {
            return sendFails()
                    .thenFails(SEND_CHANNEL_MESSAGE, "hello", 0, Runs.CODE)
                    .thenFails(SEND_CHANNEL_MESSAGE, "hello", waits, thread)
                    .throwing(new IllegalStateException());
        }

        @Test
        void isRepeatingTwiceWithoutHavingWaited() {
            assertThat(retried(0, Runs.CODE).alarms()).containsExactly(RETRIED_WITHOUT_PAUSE);
        }

        @Test
        void countsFromTheFirstOfSeveralFailures() {
            assertThat(retried(0, Runs.CODE).lastFailureHere().alarms()).containsExactly(RETRIED_WITHOUT_PAUSE);
            assertThat(retried(1, Runs.CODE).lastFailureHere().alarms()).isEmpty();
        }

        @Test
        void isNoneAfterAWaitOrByAnotherThread() {
            assertThat(retried(1, Runs.CODE).alarms()).isEmpty();
            assertThat(retried(0, 7).alarms()).isEmpty();
        }

        @Test
        void isNoneIfTheCleanRunMakesTheSameCallsToo() {
            assertThat(retried(0, Runs.CODE)
                            .onlyClean(SEND_CHANNEL_MESSAGE, "hello")
                            .onlyClean(SEND_CHANNEL_MESSAGE, "hello")
                            .alarms())
                    .isEmpty();
        }

        @Test
        void isNoneWithAnotherContent() {
            assertThat(sendFails()
                            .thenFails(SEND_CHANNEL_MESSAGE, "two", 0, Runs.CODE)
                            .thenFails(SEND_CHANNEL_MESSAGE, "three", 0, Runs.CODE)
                            .throwing(new IllegalStateException())
                            .alarms())
                    .isEmpty();
        }
    }

    @Nested
    class DoingHalf {
        private final Throwable thrown = failsByService();

        /** One of two messages was sent. */
        private Runs half() {
            return sendFails().throwing(thrown).states("general:", "general:one", "general:one,two");
        }

        @Test
        void isAStateThatASecondTryDoesNotComplete() {
            Runs repeatable = half().cleanAgain(state("general:one,two"));
            assertThat(repeatable.again(state("general:one,one,two")).alarms()).containsExactly(HALF_DONE);
            assertThat(repeatable.again(failsByService(), state("general:one")).alarms())
                    .containsExactly(HALF_DONE);
            assertThat(repeatable.again(state("general:one,two")).alarms()).isEmpty();
        }

        @Test
        void isNoneIfRepeatingAddsMoreAnyway() {
            assertThat(half().cleanAgain(state("general:one,two,one,two"))
                            .again(state("general:one,one,two"))
                            .alarms())
                    .isEmpty();
            assertThat(half().cleanAgain(state("general:one,two,one,two"))
                            .again(state("general:one,two,one,two"))
                            .alarms())
                    .isEmpty();
        }

        @Test
        void isAThingThatStaysIncompleteThoughRepeatingAddsAnother() {
            Runs room = sendFails()
                    .throwing(thrown)
                    .states(state(), state("room:"), state("room:rules"))
                    .cleanAgain(state("room:rules", "room:rules"));
            assertThat(room.again(state("room:", "room:rules")).alarms()).containsExactly(HALF_DONE);
            assertThat(room.again(state("room:rules,joined")).alarms()).isEmpty();
        }

        @Test
        void isNotJudgedIfTheTestMakesASecondTryImpossible() {
            Runs impossible = half().cleanAgain(new IllegalStateException("closed"), state("general:one,two"));
            assertThat(impossible
                            .again(new IllegalStateException("closed"), state("general:one"))
                            .alarms())
                    .isEmpty();
            assertThat(impossible
                            .again(new NullPointerException(), state("general:one"))
                            .alarms())
                    .containsExactly(HALF_DONE);
        }

        @Test
        void isThatTheServiceRefusesTheSecondTry() {
            assertThat(half().cleanAgain(failsByService(), state("general:one,two"))
                            .again(failsByService(), state("general:one"))
                            .alarms())
                    .containsExactly(HALF_DONE);
        }

        @Test
        void isExcusedIfUndoingFailedTooButNotBecauseARepetitionDid() {
            Runs both = half().cleanAgain(state("general:one,two")).again(state("general:one,one,two"));
            assertThat(both.thenFails(SEND_CHANNEL_MESSAGE, "hello", 0, 7).alarms())
                    .containsExactly(HALF_DONE);
            assertThat(both.thenFails(CREATE_CHANNEL_MEMBERSHIP, "undo", 0, 7).alarms())
                    .isEmpty();
        }

        @Test
        void isExcusedIfTheDeletionOfWhatItCreatedFailed() {
            Runs scratch = Runs.failing(DELETE_CHANNEL, "role", "scratch").throwing(thrown);
            assertThat(scratch.states(state("general:"), state("general:", "scratch:x"), state("general:"))
                            .cleanAgain(state("general:"))
                            .again(state("general:", "scratch:x", "scratch:x"))
                            .alarms())
                    .isEmpty();
            // It was there before: a move that is half done.
            assertThat(scratch.states(state("old:"), state("old:", "new:"), state("new:"))
                            .cleanAgain(state("new:"))
                            .again(state("old:", "new:", "new:"))
                            .alarms())
                    .containsExactly(HALF_DONE);
        }

        @Test
        void namesTheWholeThingThatIsLeft() {
            FailingRun run = sendFails()
                    .throwing(thrown)
                    .states(state("general:"), state("general:", "scratch:x"), state("general:"))
                    .cleanAgain(state("general:"))
                    .again(state("general:", "scratch:x,x"))
                    .run();

            assertThat(Oracles.judge(run, EnumSet.of(HALF_DONE)).get(HALF_DONE))
                    .startsWith("the code failed and left channels scratch, and running it again");
        }

        @Test
        void isExcusedIfOnlyABestEffortIsMissing() {
            assertThat(half().bestEffort(SEND_CHANNEL_MESSAGE)
                            .cleanAgain(state("general:one,two"))
                            .again(state("general:one,one,two"))
                            .alarms())
                    .isEmpty();
        }

        @Test
        void needsASecondTryOnlyInBetween() {
            Set<SweepOracle> halfDone = EnumSet.of(HALF_DONE);
            assertThat(Oracles.needSecondTry(half().run(), halfDone)).isTrue();
            assertThat(Oracles.needSecondTry(half().run(), EnumSet.of(POISONED)))
                    .isFalse();
            assertThat(Oracles.needSecondTry(half().hung().run(), halfDone)).isFalse();
            assertThat(Oracles.needSecondTry(
                            sendFails()
                                    .throwing(thrown)
                                    .states("general:", "general:one", "general:one")
                                    .run(),
                            EnumSet.allOf(SweepOracle.class)))
                    .isFalse();
            assertThat(Oracles.needSecondTry(
                            sendFails()
                                    .states("general:", "general:one", "general:one,two")
                                    .run(),
                            EnumSet.allOf(SweepOracle.class)))
                    .isFalse();
        }
    }

    @Nested
    class Poisoning {
        private Runs untouched() {
            return sendFails().throwing(failsByService()).states("general:", "general:", "general:hello");
        }

        @Test
        void isASecondTryThatFailsOrDoesNothing() {
            assertThat(untouched()
                            .again(new IllegalStateException(), state("general:"))
                            .alarms())
                    .containsExactly(POISONED);
            assertThat(untouched().again(state("general:")).alarms()).containsExactly(POISONED);
            assertThat(untouched().again(state("general:hello")).alarms()).isEmpty();
            assertThat(Oracles.needSecondTry(untouched().run(), EnumSet.of(POISONED)))
                    .isTrue();
        }

        @Test
        void isASecondTryThatDoesNotEnd() {
            FailingRun run = untouched()
                    .again(new AbortedRunError("The code did not end within 2 s and was aborted"), state("general:"))
                    .run();

            assertThat(Oracles.judge(run, EnumSet.of(POISONED)).get(POISONED))
                    .endsWith("running the code again did not end within 2 s and was aborted");
        }

        @Test
        void isNoneIfRepeatingTheCleanRunFailsInTheSameWay() {
            assertThat(untouched()
                            .cleanAgain(new IllegalStateException(), state("general:hello"))
                            .again(new IllegalStateException(), state("general:"))
                            .alarms())
                    .isEmpty();
        }
    }

    @Nested
    class Duplicating {
        @Test
        void isMoreOfWhatTheCleanRunStores() {
            assertThat(sendFails()
                            .states("general:", "general:hello,hello", "general:hello")
                            .alarms())
                    .contains(DUPLICATED);
        }

        @Test
        void isNoneOfRedactedMessagesAndOfWhatWasThereBefore() {
            assertThat(sendFails()
                            .states("general:", "general:redacted,redacted", "general:redacted")
                            .alarms())
                    .doesNotContain(DUPLICATED);
            assertThat(sendFails()
                            .states("general:hello,hello", "general:hello,hello", "general:hello")
                            .alarms())
                    .doesNotContain(DUPLICATED);
        }
    }

    @Nested
    class Leaking {
        private Set<SweepOracle> alarms(String output, String cleanOutput, String... confidential) {
            return sendFails().printing(output, cleanOutput, confidential).alarms();
        }

        @Test
        void isASecretOrATextAlsoWhenItIsWrapped() {
            assertThat(alarms("failed: a long secret text!", "", "a long secret text"))
                    .containsExactly(LEAKED);
            assertThat(alarms("failed: a long\n    secret text", "", "a long secret text"))
                    .containsExactly(LEAKED);
            assertThat(alarms("failed: first line", "", "first line\nsecond line"))
                    .containsExactly(LEAKED);
        }

        @Test
        void ofTheCleanRunIsJudgedByItself() {
            CleanRun clean = sendFails()
                    .printing("", "sent a long\nsecret text", "a long secret text")
                    .run()
                    .clean();

            assertThat(Oracles.judge(clean, EnumSet.of(LEAKED)).get(LEAKED)).endsWith("also without a failure");
            assertThat(Oracles.judge(clean, EnumSet.of(HUNG))).isEmpty();
            assertThat(Oracles.judge(
                            sendFails()
                                    .printing("", "sent", "a long secret text")
                                    .run()
                                    .clean(),
                            EnumSet.of(LEAKED)))
                    .isEmpty();
        }

        @Test
        void isNoneIfItIsShortOrSaysNothingOrTheCleanRunPrintsItToo() {
            assertThat(alarms("failed: hello", "", "hello")).isEmpty();
            assertThat(alarms("----------", "", "----------")).isEmpty();
            assertThat(alarms("sent a long\nsecret text, failed", "sent a long secret text", "a long secret text"))
                    .isEmpty();
        }
    }
}
