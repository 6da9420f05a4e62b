package io.github.chimefake;

import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.events.MessagingEventType.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.DELETE_CHANNEL;
import static io.github.chimefake.events.MessagingEventType.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.events.MessagingEventType.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.REDACT_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.UPDATE_CHANNEL;
import static io.github.chimefake.events.MessagingEventType.UPDATE_CHANNEL_MESSAGE;

import io.github.chimefake.events.EventLog;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** The events of calls that real clients make. */
class EventLogTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().journalCapacity(20));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeUser dave = chime.user("dave");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).moderators(alice).create();
    private final ChimeSdkMessagingClient client =
            chime.clients().withoutRetries().client();

    private static List<MessagingEventType> types(List<MessagingEvent> events) {
        return events.stream().map(MessagingEvent::type).toList();
    }

    @Test
    void everyWriteOfClientsEmitsItsEvents() {
        chime.appInstance().admin("alice");
        String id = client.sendChannelMessage(send(alice, general, "helo")).messageId();
        client.updateChannelMessage(request ->
                request.channelArn(general.arn()).messageId(id).content("hello").chimeBearer(alice.arn()));
        client.redactChannelMessage(
                request -> request.channelArn(general.arn()).messageId(id).chimeBearer(alice.arn()));
        client.deleteChannelMessage(
                request -> request.channelArn(general.arn()).messageId(id).chimeBearer(alice.arn()));
        client.createChannelMembership(request -> request.channelArn(general.arn())
                .memberArn(carol.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(alice.arn()));
        client.batchCreateChannelMembership(request ->
                request.channelArn(general.arn()).memberArns(dave.arn()).chimeBearer(alice.arn()));
        client.deleteChannelMembership(request ->
                request.channelArn(general.arn()).memberArn(bob.arn()).chimeBearer(alice.arn()));
        client.updateChannel(
                request -> request.channelArn(general.arn()).name("renamed").chimeBearer(alice.arn()));
        client.deleteChannel(request -> request.channelArn(general.arn()).chimeBearer(alice.arn()));

        EventLog events = chime.events();
        assertThat(types(events.all()))
                .containsExactly(
                        CREATE_CHANNEL_MESSAGE,
                        UPDATE_CHANNEL_MESSAGE,
                        REDACT_CHANNEL_MESSAGE,
                        DELETE_CHANNEL_MESSAGE,
                        CREATE_CHANNEL_MEMBERSHIP,
                        BATCH_CREATE_CHANNEL_MEMBERSHIP,
                        DELETE_CHANNEL_MEMBERSHIP,
                        UPDATE_CHANNEL,
                        DELETE_CHANNEL);
        assertThat(events.all()).extracting(MessagingEvent::number).isSorted();
        assertThat(types(events.forUser(dave)))
                .containsExactly(
                        BATCH_CREATE_CHANNEL_MEMBERSHIP, DELETE_CHANNEL_MEMBERSHIP, UPDATE_CHANNEL, DELETE_CHANNEL);
        assertThat(events.of(DELETE_CHANNEL).get(0).receivers()).containsExactly(alice.arn(), carol.arn(), dave.arn());
    }

    @Test
    void theEventsOfAProcessorAreThereAfterTheBackgroundWork() {
        ProcessedChannel processed = new ProcessedChannel(chime, "processed");
        processed.processor(
                event -> event.message().content().equals("bad") ? FlowVerdict.deny() : FlowVerdict.allow());
        processed.send("good");
        processed.send("bad");

        chime.awaitBackgroundWork();

        assertThat(types(chime.events().inChannel(processed.channel)))
                .extracting(MessagingEventType::name)
                .containsExactlyInAnyOrder(
                        "PENDING_CREATE_CHANNEL_MESSAGE",
                        "PENDING_CREATE_CHANNEL_MESSAGE",
                        "CREATE_CHANNEL_MESSAGE",
                        "DENIED_CREATE_CHANNEL_MESSAGE");
        assertThat(types(chime.events().forUser(bob))).containsExactly(CREATE_CHANNEL_MESSAGE);
    }

    @Test
    void fixturesFailedCallsAndLostRequestsEmitNothingAndALostResponseDoes() {
        chime.channel("fixture").members(alice).create();
        chime.faults().once().fail(ChimeError.SERVICE_UNAVAILABLE);
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "failed")));
        chime.faults().once().loseRequest();
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "lost request")));
        assertThat(chime.events().all()).isEmpty();

        chime.faults().once().loseResponse();
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "lost response")));

        assertThat(chime.events().all())
                .singleElement()
                .satisfies(
                        event -> assertThat(event.channelMessage().orElseThrow().content())
                                .isEqualTo("lost response"));
    }

    @Test
    void theLogIsBoundedAndClearedByAReset() {
        for (int number = 0; number < 23; number++) {
            client.sendChannelMessage(send(alice, general, "message " + number));
        }
        EventLog events = chime.events();
        assertThat(events.all()).hasSize(20);
        assertThat(events.evicted()).isEqualTo(3);
        assertThat(events.toString())
                .startsWith("(the oldest 3 events were dropped: the log holds 20)" + System.lineSeparator()
                        + "4. CREATE_CHANNEL_MESSAGE \"message 3\" of alice in ");
        long last = events.all().get(19).number();

        chime.reset();

        assertThat(events.all()).isEmpty();
        assertThat(events.evicted()).isZero();
        assertThat(events.toString()).isEqualTo("no events" + System.lineSeparator());
        client.createChannel(
                createChannel(chime.user("alice"), chime.appInstance().arn(), "new"));
        assertThat(events.all().get(0).number()).isGreaterThan(last);
    }

    @Test
    void aClosedFakeStillHasItsEvents() {
        client.sendChannelMessage(send(alice, general, "hello"));

        chime.close();

        assertThat(chime.events().inChannel(general.arn())).hasSize(1);
    }

    @Test
    void anArnThatIsNoChannelsIsAnError() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> chime.events().inChannel(alice.arn()))
                .withMessageContaining("this is not the ARN of a channel");
    }

    @Test
    void theLogPrintsEveryEventInALine() {
        client.sendChannelMessage(send(alice, general, "hello"));
        client.createChannelMembership(request -> request.channelArn(general.arn())
                .memberArn(carol.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(alice.arn()));

        assertThat(chime.events())
                .hasToString(String.join(
                        System.lineSeparator(),
                        "1. CREATE_CHANNEL_MESSAGE \"hello\" of alice in general to alice, bob; caused by"
                                + " SendChannelMessage by alice",
                        "2. CREATE_CHANNEL_MEMBERSHIP of carol in general to alice, bob, carol; caused by"
                                + " CreateChannelMembership by alice",
                        ""));
    }
}
