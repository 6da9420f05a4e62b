package io.github.chimefake;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;

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
    void replacedIsAnExceptionWithoutItsCause() throws Exception {
        assertThat(alarms(chat -> {
                    try {
                        return chime.client()
                                .describeChannel(describe(chat.alice, chat.general))
                                .channel()
                                .name();
                    } catch (SdkException e) {
                        throw new IllegalStateException("cannot describe");
                    }
                }))
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
}
