package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.internal.messaging.fixtures.MessageFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.Target;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;

/** The events of messages: who receives them, and their payloads. */
class MessageEventsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final EmittedEvents events = new EmittedEvents(chime);
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeUser guest = chime.user("guest");
    private final ChimeUser admin = chime.admin("admin");
    private final String general = chime.create(chime.channel("general")
            .withMembers(List.of(alice, bob, carol))
            .withHiddenMembers(List.of(guest))
            .withModerators(List.of(alice, admin)));

    private String redact(String id, ChimeUser by) {
        chime.call(RedactChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(by.arn())
                .build());
        return id;
    }

    @Test
    void fixturesAndReadsAndFailedCallsEmitNothing() {
        chime.service.sendMessage(MessageFixture.of(Arn.of(general), Arn.of(alice.arn()), "fixture"));
        chime.list(general, alice);
        chime.error(chime.message(general, guest, "not allowed").build());

        assertThat(events.next()).isEmpty();
    }

    @Test
    void aMessageIsForAllMembersWithTheSenderAndHiddenOnesAndNotForAModeratorThatIsNone() {
        chime.send(general, alice, "hello");

        assertThat(events.lines()).containsExactly("CREATE_CHANNEL_MESSAGE: alice, bob, carol, guest");
    }

    @Test
    void isForTellsWhatReceiversTell() {
        chime.send(general, alice, "hello");

        MessagingEvent event = events.only();
        assertThat(event.isFor(guest)).isTrue();
        assertThat(event.isFor(admin)).isFalse();
        assertThat(event.receivers()).contains(guest.arn()).doesNotContain(admin.arn());
    }

    @Test
    void thePayloadHasTheObservedKeysAndTimestampsAsText() throws MalformedJsonException {
        String id = chime.call(
                        chime.message(general, alice, "hello").metadata("m").build(), SendChannelMessageResponse.class)
                .messageId();

        JsonObject payload = (JsonObject) Json.parse(events.only().payloadJson());
        assertThat(payload.members().keySet())
                .containsExactlyInAnyOrder(
                        "MessageId",
                        "ChannelArn",
                        "Content",
                        "Metadata",
                        "Type",
                        "Persistence",
                        "Redacted",
                        "Sender",
                        "Status",
                        "CreatedTimestamp",
                        "LastUpdatedTimestamp");
        assertThat(payload.toJson())
                .contains("\"CreatedTimestamp\":\"2026-01-02T03:04:05.678Z\"")
                .contains("\"MessageId\":\"" + id + "\"")
                .contains("\"Sender\":{\"Arn\":\"" + alice.arn() + "\",\"Name\":\"alice\"}")
                .contains("\"Status\":{\"Value\":\"SENT\"}")
                .contains("\"Redacted\":false");
    }

    @Test
    void timestampsHaveMillisecondsAlsoAtAFullSecond() {
        chime.clock.advance(Duration.ofMillis(322));
        chime.send(general, alice, "hello");

        assertThat(events.only().payloadJson()).contains("\"CreatedTimestamp\":\"2026-01-02T03:04:06.000Z\"");
    }

    @Test
    void theFrameHoldsHeadersAndThePayloadAsText() throws MalformedJsonException {
        chime.send(general, alice, "say \"hi\"");

        MessagingEvent event = events.only();
        JsonObject frame = (JsonObject) Json.parse(event.frame());
        assertThat(frame.members().get("Headers").toJson())
                .isEqualTo(
                        "{\"x-amz-chime-event-type\":\"CREATE_CHANNEL_MESSAGE\",\"x-amz-chime-message-type\":\"STANDARD\"}");
        assertThat(frame.members().get("Payload")).isEqualTo(new JsonString(event.payloadJson()));
    }

    @Test
    void aControlMessageThatIsNotStoredSaysSo() {
        chime.call(chime.message(general, bob, "typing")
                .type(ChannelMessageType.CONTROL)
                .persistence(ChannelMessagePersistenceType.NON_PERSISTENT)
                .build());

        MessagingEvent event = events.only();
        assertThat(event.messageType()).isEqualTo(EventMessageType.CONTROL);
        assertThat(event.channelMessage().orElseThrow().persistence())
                .isEqualTo(ChannelMessagePersistenceType.NON_PERSISTENT);
        assertThat(event.receivers()).hasSize(4);
    }

    @Test
    void aTargetedMessageIsForSenderAndTarget() {
        chime.call(chime.message(general, alice, "psst")
                .target(Target.builder().memberArn(bob.arn()).build())
                .build());

        assertThat(events.lines()).containsExactly("CREATE_CHANNEL_MESSAGE: alice, bob");
    }

    @Test
    void aTargetThatHasLeftReceivesNoLaterEvent() {
        String id = chime.call(
                        chime.message(general, alice, "psst")
                                .target(Target.builder().memberArn(bob.arn()).build())
                                .build(),
                        SendChannelMessageResponse.class)
                .messageId();
        chime.call(DeleteChannelMembershipRequest.builder()
                .channelArn(general)
                .memberArn(bob.arn())
                .chimeBearer(bob.arn())
                .build());
        events.next();

        redact(id, alice);

        assertThat(events.lines()).containsExactly("REDACT_CHANNEL_MESSAGE: alice");
    }

    @Test
    void aRedactedMessageNamesItsAuthorAndHasNoContent() {
        String id = chime.send(general, bob, "bad");
        events.next();

        redact(id, alice);
        MessagingEvent event = events.only();
        redact(id, alice); // Without effect.

        assertThat(events.next()).isEmpty();
        ChannelMessage message = event.payload(ChannelMessage.class);
        assertThat(message.sender().arn()).isEqualTo(bob.arn());
        assertThat(message.redacted()).isTrue();
        assertThat(message.content()).isNull();
        assertThat(event.cause().bearer()).contains(alice.arn());
    }

    @Test
    void anUpdatedAndADeletedMessageAreForAllMembers() {
        String id = chime.send(general, bob, "helo");
        chime.call(UpdateChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .content("hello")
                .chimeBearer(bob.arn())
                .build());
        chime.call(DeleteChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(admin.arn())
                .build());

        List<MessagingEvent> all = events.next();
        assertThat(all.stream()
                        .map(event -> event.type() + " "
                                + event.channelMessage().orElseThrow().content()))
                .containsExactly(
                        "CREATE_CHANNEL_MESSAGE helo", "UPDATE_CHANNEL_MESSAGE hello", "DELETE_CHANNEL_MESSAGE hello");
        assertThat(all.get(2).channelMessage().orElseThrow().sender().arn()).isEqualTo(bob.arn());
        assertThat(all.get(2).receivers()).hasSize(4);
    }

    @Test
    void aRepetitionWithTheSameTokenEmitsNothing() {
        SendChannelMessageRequest request =
                chime.message(general, alice, "once").build();

        chime.call(request);
        chime.call(request);

        assertThat(events.lines()).hasSize(1);
    }

    @Test
    void payloadAndReceiversStayThoseOfTheMomentOfTheWrite() {
        chime.send(general, alice, "hello");
        chime.registrations.renameUser(Arn.of(alice.arn()), "Alice");
        chime.call(DeleteChannelMembershipRequest.builder()
                .channelArn(general)
                .memberArn(bob.arn())
                .chimeBearer(alice.arn())
                .build());

        MessagingEvent event = events.next().get(0);
        assertThat(event.channelMessage().orElseThrow().sender().name()).isEqualTo("alice");
        assertThat(event.isFor(bob)).isTrue();
    }

    @Test
    void theCauseIsTheCall() {
        SendChannelMessageRequest request =
                chime.message(general, alice, "hello").build();
        chime.call(request);

        MessagingEvent event = events.only();
        assertThat(event.cause().operation()).contains(Operation.SEND_CHANNEL_MESSAGE);
        assertThat(event.cause().request()).contains(request);
        assertThat(event.cause().text()).isEqualTo("SendChannelMessage by " + alice.arn());
        assertThat(event.cause()).hasToString("SendChannelMessage by alice");
        assertThat(event.time()).isEqualTo(ServiceFixture.START);
    }

    @Test
    void aPayloadOfAnotherClassIsAnErrorThatNamesTheRightOne() {
        chime.send(general, alice, "hello");
        MessagingEvent event = events.only();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> event.payload(Channel.class))
                .withMessage("payload(Channel.class): the payload of CREATE_CHANNEL_MESSAGE is a ChannelMessage. Call"
                        + " payload(ChannelMessage.class)");
        assertThat(event.channel()).isEmpty();
        assertThat(event.channelMembership()).isEmpty();
        assertThat(event.batchChannelMemberships()).isEmpty();
    }

    @Test
    void anEventIsPrintedInOneLineWithNames() {
        chime.send(general, alice, "hello\nworld");

        assertThat(events.only())
                .hasToString("CREATE_CHANNEL_MESSAGE \"hello world\" of alice in general to alice, bob, carol, guest;"
                        + " caused by SendChannelMessage by alice");
    }
}
