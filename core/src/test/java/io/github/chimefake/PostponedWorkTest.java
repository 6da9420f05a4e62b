package io.github.chimefake;

import static io.github.chimefake.Operation.DELETE_APP_INSTANCE;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.ProcessedChannel.await;
import static io.github.chimefake.Requests.listChannels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedWork;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelSummary;

/** The data of a deleted app instance and sub-channels that are too small, which are deleted after the response. */
@Tag("slow")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostponedWorkTest {
    private static final Duration FOREVER = Duration.ofHours(24);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    /** Held, because {@code chime.journal()} has the work done first. */
    private final Journal journal = chime.journal();

    private final ChimeAppInstance second =
            chime.appInstance(chime.appInstance().arn() + "-2");

    private ChimeChannel channelOfSecond() {
        return second.channel("theirs").members(second.user("zoe")).create();
    }

    private HeldCall deleteSecond() {
        return fakes.closeAfterTest(HeldCall.deleteAppInstance(chime, second.arn()));
    }

    private List<String> channelsOfSecond() {
        return chime.client().listChannels(listChannels(second.user("zoe"), second.arn())).channels().stream()
                .map(ChannelSummary::name)
                .toList();
    }

    private void awaitEntries(int number) {
        while (journal.backgroundWork().size() < number) {
            Thread.onSpinWait();
        }
    }

    private List<String> outcomes() {
        return journal.backgroundWork().stream().map(RecordedWork::outcome).toList();
    }

    @Test
    void dataOfAnAppInstanceIsDeletedOnceTheResponseIsSent() {
        channelOfSecond();

        HeldCall call = deleteSecond();

        assertThat(journal.backgroundWork()).isEmpty();
        call.respond();
        awaitEntries(1);
        assertThat(outcomes()).containsExactly("was deleted: 1 channel, 0 channel flows");
    }

    @Test
    void aSubChannelIsDissolvedOnceTheResponseIsSent() {
        CrowdedChannel elastic = new CrowdedChannel(chime);
        assertThat(outcomes()).containsExactly("was created, because the others are full");

        HeldCall call = fakes.closeAfterTest(HeldCall.deleteUser(chime, elastic.dave));
        assertThat(journal.backgroundWork()).hasSize(1);
        call.respond();

        awaitEntries(2);
        assertThat(journal.backgroundWork())
                .last()
                .satisfies(work -> assertThat(work.outcome())
                        .isEqualTo("was deleted, and its members moved, because it had too few"))
                .satisfies(work -> assertThat(work.cause()).isEqualTo("DeleteAppInstanceUser"));
    }

    @Test
    void theNextRequestFindsItDoneAndIsBehindItInTheJournal() {
        CrowdedChannel elastic = new CrowdedChannel(chime);
        HeldCall call = fakes.closeAfterTest(HeldCall.deleteUser(chime, elastic.dave));

        assertThat(elastic.sizes()).containsExactly(2);
        call.respond();
        chime.awaitBackgroundWork();

        assertThat(outcomes()).hasSize(2);
        assertThat(journal.toString().lines().filter(line -> line.matches("\\d+\\. .*|later: .*")))
                .extracting(line -> line.replaceFirst("(\\w) .*", "$1"))
                .containsExactly(
                        "1. CreateChannel",
                        "2. CreateChannelMembership",
                        "3. CreateChannelMembership",
                        "4. CreateChannelMembership",
                        "later: sub-channel",
                        "5. DeleteAppInstanceUser",
                        "later: sub-channel",
                        "6. ListSubChannels");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void noOperationMeetsDataOfADeletedAppInstance(Operation operation) {
        ChimeUser zoe = second.user("zoe");
        EveryOperation calls = new EveryOperation(
                chime.clients().withoutRetries().client(),
                chime.clients().withoutRetries().identityClient(),
                zoe,
                second.user("yves"),
                channelOfSecond(),
                second.arn());
        deleteSecond();

        calls.errorOf(operation);

        assertThat(journal.calls())
                .hasSize(2)
                .allMatch(call -> call.lastAttempt().status() < 500);
        assertThat(outcomes()).contains("was deleted: 1 channel, 0 channel flows");
    }

    @Test
    void aFixtureMethodFindsItDone() {
        channelOfSecond();
        HeldCall call = deleteSecond();

        ChimeAppInstance again = chime.appInstance(second.arn());
        assertThat(channelsOfSecond()).isEmpty();
        again.channel("new").members(second.user("zoe")).create();
        call.respond();
        chime.awaitBackgroundWork();

        assertThat(channelsOfSecond()).containsExactly("new");
        assertThat(outcomes()).hasSize(1);
    }

    @Test
    void aSnapshotHasItDone() {
        channelOfSecond();
        HeldCall call = deleteSecond();

        ServerSnapshot snapshot = chime.snapshots().take();
        assertThat(journal.backgroundWork()).hasSize(1);
        call.respond();
        chime.snapshots().restore(snapshot);
        chime.appInstance(second.arn());

        assertThat(channelsOfSecond()).isEmpty();
    }

    @Test
    void aResetDropsIt() {
        channelOfSecond();
        chime.snapshots().markBaseline();
        HeldCall call = deleteSecond();

        chime.reset();
        call.respond();
        chime.awaitBackgroundWork();

        assertThat(channelsOfSecond()).containsExactly("theirs");
        assertThat(journal.backgroundWork()).isEmpty();
    }

    @Test
    void stepsInBetweenAreNoWriteThatReadsMayMiss() {
        CrowdedChannel elastic = new CrowdedChannel(chime);
        HeldCall call = fakes.closeAfterTest(HeldCall.deleteUser(chime, elastic.dave));
        Registration stale = chime.consistency().staleReads(2);

        call.respond();
        chime.awaitBackgroundWork();

        assertThat(elastic.sizes()).containsExactly(2);
        assertThat(stale.timesApplied()).isZero();
    }

    @Test
    void readsThatMissTheCallMissItsWorkToo() {
        CrowdedChannel elastic = new CrowdedChannel(chime);
        chime.consistency().staleReads(1);

        elastic.remove(elastic.dave);
        chime.awaitBackgroundWork();

        assertThat(elastic.sizes()).containsExactlyInAnyOrder(2, 1);
        assertThat(elastic.sizes()).containsExactly(2);
    }

    @Test
    void aResponseThatIsDelayedDoesNotDelayIt() {
        channelOfSecond();
        chime.faults().on(DELETE_APP_INSTANCE).delay(FOREVER);

        CompletableFuture<?> deleted = chime.clients()
                .identityAsyncClient()
                .deleteAppInstance(request -> request.appInstanceArn(second.arn()));
        awaitEntries(1);
        chime.awaitBackgroundWork();

        assertThat(deleted).isNotDone();
        assertThat(outcomes()).containsExactly("was deleted: 1 channel, 0 channel flows");
        chime.appInstance(second.arn());
        assertThat(channelsOfSecond()).isEmpty();
    }

    @Test
    void itIsDoneIfTheResponseIsLost() {
        CrowdedChannel elastic = new CrowdedChannel(chime);
        chime.faults().on(DELETE_CHANNEL_MEMBERSHIP).loseResponse();

        // A retry would be a request that finds the work done.
        ChimeSdkMessagingClient once = chime.clients().withoutRetries().client();
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> elastic.remove(elastic.dave, once));
        awaitEntries(2);

        assertThat(journal.backgroundWork().get(1).cause())
                .isEqualTo("DeleteChannelMembership by " + elastic.alice.arn());
        assertThat(elastic.sizes()).containsExactly(2);
    }

    @Test
    void aProcessorThatHangsDoesNotHoldItUp() {
        ProcessedChannel general = new ProcessedChannel(chime, "general");
        CountDownLatch running = new CountDownLatch(1);
        general.processor(event -> {
            running.countDown();
            await(new CountDownLatch(1));
            return FlowVerdict.allow();
        });
        general.send("hangs");
        await(running);

        chime.clients()
                .identityClient()
                .deleteAppInstance(
                        request -> request.appInstanceArn(chime.appInstance().arn()));

        awaitEntries(1);
        assertThat(outcomes()).containsExactly("was deleted: 1 channel, 1 channel flow");
    }

    @Test
    void aProcessorMayDeleteTheAppInstanceOfItsMessage() {
        ProcessedChannel general = new ProcessedChannel(chime, "general");
        general.processor(event -> {
            chime.clients()
                    .identityClient()
                    .deleteAppInstance(request ->
                            request.appInstanceArn(chime.appInstance().arn()));
            return FlowVerdict.allow();
        });

        general.send("hello");
        chime.awaitBackgroundWork();

        assertThat(outcomes())
                .containsExactly(
                        "was deleted: 1 channel, 1 channel flow", "returned, but the message waits for it no more");
    }

    @Test
    void aClosedFakeHasItDone() {
        channelOfSecond();
        deleteSecond();

        chime.close();

        assertThat(outcomes()).containsExactly("was deleted: 1 channel, 0 channel flows");
    }

    @Test
    void usersThatExpireTogetherBalanceTheirChannelOnce() {
        CrowdedChannel elastic = new CrowdedChannel(chime);
        ChimeUser erin = chime.user("erin");
        elastic.join(erin);
        expireAfterADay(elastic.dave);
        expireAfterADay(erin);

        chime.clock().advance(Duration.ofDays(2));

        assertThat(elastic.sizes()).containsExactly(2);
        assertThat(outcomes())
                .filteredOn(outcome -> outcome.contains("had too few"))
                .hasSize(1);
    }

    private void expireAfterADay(ChimeUser user) {
        chime.clients()
                .identityClient()
                .putAppInstanceUserExpirationSettings(request -> request.appInstanceUserArn(user.arn())
                        .expirationSettings(
                                settings -> settings.expirationDays(1).expirationCriterion("CREATED_TIMESTAMP")));
    }

    @Test
    void theExpirationOfAUserBalancesAtOnce() {
        CrowdedChannel elastic = new CrowdedChannel(chime);
        expireAfterADay(elastic.dave);

        chime.clock().advance(Duration.ofDays(2));

        assertThat(elastic.sizes()).containsExactly(2);
        assertThat(journal.backgroundWork())
                .extracting(RecordedWork::cause)
                .endsWith("its expiration, 1 day after its creation", "the expiration of " + elastic.dave.arn());
    }
}
