package io.github.chimefake;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.listMessages;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.sweep.SweepOracle.DUPLICATED;
import static io.github.chimefake.sweep.SweepOracle.HALF_DONE;
import static io.github.chimefake.sweep.SweepOracle.HUNG;
import static io.github.chimefake.sweep.SweepOracle.LEAKED;
import static io.github.chimefake.sweep.SweepOracle.MASKED;
import static io.github.chimefake.sweep.SweepOracle.POISONED;
import static io.github.chimefake.sweep.SweepOracle.REPLACED;
import static io.github.chimefake.sweep.SweepOracle.RETRIED_WITHOUT_PAUSE;
import static io.github.chimefake.sweep.SweepOracle.SWALLOWED;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

/** What each oracle finds, and what it does not take for a bug. */
@Tag("slow")
class SweepOraclesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice", "bob"));
    private final SweepSettings settings = SweepSettings.defaults();

    /** What a test has. */
    private final class Chat {
        private final ChimeUser alice = chime.user("alice");
        private final ChimeChannel general =
                chime.channel("general").members(alice).moderators(alice).create();
        private boolean broken;

        private String post(String text) {
            return chime.client().sendChannelMessage(send(alice, general, text)).messageId();
        }

        private int count() {
            return chime.client()
                    .listChannelMessages(listMessages(alice, general))
                    .channelMessages()
                    .size();
        }

        private String create() {
            return chime.client()
                    .createChannel(
                            Requests.createChannel(alice, chime.appInstance().arn(), "club"))
                    .channelArn();
        }

        private void addBob(String channel) {
            chime.client()
                    .createChannelModerator(request -> request.channelArn(channel)
                            .channelModeratorArn(chime.user("bob").arn())
                            .chimeBearer(alice.arn()));
        }
    }

    private interface Body<T> {
        T run(Chat chat) throws Exception;
    }

    private <T> SweepReport sweep(SweepSettings with, Body<T> body) throws Exception {
        return SweepEngine.of("test", with).sweep(chime, sweep -> {
            Chat chat = new Chat();
            Sweep.SweptOutcome<T> outcome = sweep.run(() -> body.run(chat));
            outcome.value();
        });
    }

    private <T> Set<SweepOracle> alarmsWithinASecond(Body<T> body) throws Exception {
        return alarms(sweep(settings.depth(1).timeLimit(Duration.ofSeconds(1)), body));
    }

    private <T> Set<SweepOracle> alarms(Body<T> body) throws Exception {
        return alarms(sweep(settings, body));
    }

    private static Set<SweepOracle> alarms(SweepReport report) {
        Set<SweepOracle> alarms = new TreeSet<>();
        report.alarms().forEach(verdict -> alarms.addAll(verdict.alarms().keySet()));
        return alarms;
    }

    private static boolean swallowingPost(Chat chat) {
        try {
            chat.post("hello");
        } catch (SdkException e) {
            // Swallowed.
        }
        return true;
    }

    @Test
    void swallowedAndMaskedIsWhatNeitherTestNorStateShows() throws Exception {
        assertThat(alarms(SweepOraclesTest::swallowingPost)).containsExactly(SWALLOWED, MASKED);
    }

    @Test
    void aBestEffortIsNotSwallowed() throws Exception {
        assertThat(alarms(sweep(settings.bestEffort(SEND_CHANNEL_MESSAGE), SweepOraclesTest::swallowingPost)))
                .isEmpty();
    }

    @Test
    void anOracleCanBeSwitchedOff() throws Exception {
        assertThat(alarms(sweep(settings.withoutOracles(MASKED), SweepOraclesTest::swallowingPost)))
                .containsExactly(SWALLOWED);
    }

    @Test
    void aFailureThatIsThrownOrMadeUpForIsNotSwallowed() throws Exception {
        assertThat(alarms(chat -> chat.post("hello"))).isEmpty();
        assertThat(alarms(chat -> {
                    try {
                        return chat.post("hello");
                    } catch (SdkException e) {
                        return chat.post("hello, on the second try");
                    }
                }))
                .doesNotContain(SWALLOWED, MASKED);
    }

    @Test
    void aReadThatBecomesAnotherValueIsSwallowed() throws Exception {
        assertThat(alarms(chat -> {
                    chat.post("hello");
                    try {
                        return chat.count();
                    } catch (SdkException e) {
                        return 0;
                    }
                }))
                .contains(SWALLOWED, MASKED);
    }

    @Test
    void duplicatedIsWhatARetryMakesTwice() throws Exception {
        assertThat(alarms(chat -> {
                    try {
                        return chat.post("hello");
                    } catch (SdkException e) {
                        return chat.post("hello");
                    }
                }))
                .containsExactly(DUPLICATED);
    }

    @Test
    void halfDoneIsAChannelWithoutItsModerator() throws Exception {
        assertThat(alarms(chat -> {
                    String channel = chat.create();
                    chat.addBob(channel);
                    return true;
                }))
                .containsExactly(HALF_DONE);
    }

    @Test
    void whatIsUndoneOrCompletedByASecondTryIsNotHalfDone() throws Exception {
        assertThat(alarms(chat -> {
                    String channel = chat.create();
                    try {
                        chat.addBob(channel);
                    } catch (SdkException e) {
                        chime.client()
                                .deleteChannel(
                                        request -> request.channelArn(channel).chimeBearer(chat.alice.arn()));
                        throw e;
                    }
                    return true;
                }))
                .doesNotContain(HALF_DONE);
        assertThat(alarms(chat -> {
                    try {
                        chat.addBob(chat.general.arn());
                    } catch (ConflictException e) {
                        // A moderator already.
                    }
                    chime.client()
                            .updateChannelReadMarker(request ->
                                    request.channelArn(chat.general.arn()).chimeBearer(chat.alice.arn()));
                    return true;
                }))
                .isEmpty();
    }

    @Test
    void poisonedIsASecondTryThatFailsThoughNothingHasChanged() throws Exception {
        assertThat(alarms(chat -> {
                    if (chat.broken) {
                        throw new IllegalStateException("broken since the first try");
                    }
                    chat.broken = true;
                    int count = chat.count();
                    chat.broken = false;
                    return count;
                }))
                .containsExactly(POISONED);
    }

    @Test
    void retriedWithoutPauseIsARepetitionAtOnce() throws Exception {
        assertThat(alarms(chat -> {
                    for (int attempt = 1; ; attempt++) {
                        try {
                            return chat.count();
                        } catch (SdkException e) {
                            if (attempt == 3) {
                                throw e;
                            }
                        }
                    }
                }))
                .containsExactly(RETRIED_WITHOUT_PAUSE);
    }

    @Test
    void hungIsALoopAndAThreadThatWaitsForever() throws Exception {
        assertThat(alarmsWithinASecond(chat -> {
                    while (true) {
                        try {
                            return chat.count();
                        } catch (RuntimeException e) {
                            // Again.
                        }
                    }
                }))
                .contains(HUNG);
        assertThat(alarmsWithinASecond(chat -> {
                    try {
                        return chat.count();
                    } catch (SdkException e) {
                        new CountDownLatch(1).await(60, SECONDS);
                        throw e;
                    }
                }))
                .containsExactly(HUNG);
    }

    @Test
    void whatIsRepeatedMeetsAPassingFailureThatLasts() throws Exception {
        int[] most = {Integer.MAX_VALUE};
        SweepEngine.SweptTest retries = sweep -> {
            ChimeUser alice = chime.user("alice");
            ChimeChannel general = chime.channel("general").members(alice).create();
            sweep.run(() -> {
                for (int attempt = 1; ; attempt++) {
                    try {
                        return chime.client()
                                .listChannelMessages(listMessages(alice, general))
                                .channelMessages()
                                .size();
                    } catch (ThrottledClientException later) {
                        if (attempt == most[0]) {
                            throw later;
                        }
                        LockSupport.parkNanos(1_000);
                    }
                }
            });
        };
        SweepSettings rest = settings.withoutOracles(RETRIED_WITHOUT_PAUSE);

        assertThat(SweepEngine.of("test", rest).sweep(chime, retries).alarms())
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.injected().name()).endsWith("in general: throttled from here on");
                    assertThat(verdict.alarms()).containsOnlyKeys(HUNG);
                });
        most[0] = 4;
        SweepReport patient = SweepEngine.of("test", rest).sweep(chime, retries);
        assertThat(patient.alarms()).isEmpty();
        assertThat(patient.verdicts())
                .extracting(verdict -> verdict.injected().name())
                .contains("ListChannelMessages by alice in general: throttled from here on");
        assertThat(SweepEngine.of(
                                "test", rest.onlyRun("ListChannelMessages by alice in general: throttled from here on"))
                        .sweep(chime, retries)
                        .verdicts())
                .hasSize(2);
    }

    @Test
    void leakedIsTheTextOfAMessageInTheOutput() throws Exception {
        assertThat(alarms(chat -> {
                    try {
                        return chat.post("a long secret text");
                    } catch (SdkException e) {
                        System.out.println("not sent: a long secret text");
                        throw e;
                    }
                }))
                .containsExactly(LEAKED);
    }

    @Test
    void whatIsInTheOutputWithoutAFailureTooIsOneAlarm() throws Exception {
        SweepReport report = sweep(settings, chat -> {
            System.out.println("sending a long secret text");
            return chat.post("a long secret text");
        });

        assertThat(report.alarms())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.alarms()).containsOnlyKeys(LEAKED));
    }

    @Test
    void replacedIsAnExceptionWithoutItsCause() throws Exception {
        SweptReader reader = new SweptReader(chime);
        assertThat(alarms(chat -> reader.nameWithoutCause(chat.alice, chat.general)))
                .containsExactly(REPLACED);
        assertThat(alarms(chat -> supplyAsync(() -> reader.nameWithoutCause(chat.alice, chat.general))
                        .get()))
                .containsExactly(REPLACED);
        assertThat(alarms(chat -> {
                    try {
                        return chat.count();
                    } catch (SdkException e) {
                        throw new IllegalStateException("cannot count", e);
                    }
                }))
                .isEmpty();
    }

    /** A test that is swept as a whole throws for many reasons. */
    @Test
    void whatTheTestItselfThrowsReplacesNothing() throws Exception {
        SweptReader reader = new SweptReader(chime);
        assertThat(alarms(sweep(
                        settings.withoutOracles(MASKED, SWALLOWED),
                        chat -> reader.nameIfReadable(chat.alice, chat.general).orElseThrow())))
                .isEmpty();
        assertThat(alarms(sweep(
                        settings.withoutOracles(MASKED, SWALLOWED),
                        chat -> assertThat(reader.nameIfReadable(chat.alice, chat.general))
                                .isPresent())))
                .isEmpty();
    }

    @Test
    void aReadMoreMakesUpForNothing() throws Exception {
        assertThat(alarms(chat -> {
                    swallowingPost(chat);
                    if (chat.count() == 0) {
                        chat.count(); // Only after a failure.
                    }
                    return true;
                }))
                .contains(SWALLOWED, MASKED);
    }
}
