package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SortOrder;
import software.amazon.awssdk.services.chimesdkmessaging.model.Target;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageResponse;

/** What becomes of messages. */
class ChannelMessagesTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeUser admin = chime.admin("admin");
    private final String general = chime.channelOf(alice, bob);

    @Test
    void aSentMessageIsListedWithSenderAndTimes() {
        String id = chime.send(general, alice, "hello");

        assertThat(chime.list(general, bob)).singleElement().satisfies(message -> {
            assertThat(message.messageId()).isEqualTo(id).matches("[0-9a-f]{64}");
            assertThat(message.content()).isEqualTo("hello");
            assertThat(message.sender())
                    .isEqualTo(Identity.builder().arn(alice.arn()).name("alice").build());
            assertThat(message.createdTimestamp()).isEqualTo(ServiceFixture.START);
            assertThat(message.lastUpdatedTimestamp()).isEqualTo(ServiceFixture.START);
            assertThat(message.lastEditedTimestamp()).isNull();
            assertThat(message.redacted()).isFalse();
            assertThat(message.type()).isEqualTo(ChannelMessageType.STANDARD);
            assertThat(message.status().value()).isEqualTo(ChannelMessageStatus.SENT);
        });
    }

    @Test
    void messagesAreListedNewestFirstUnlessAskedOtherwise() {
        chime.send(general, alice, "one");
        chime.clock.advance(Duration.ofMillis(1));
        chime.send(general, bob, "two");
        chime.send(general, alice, "three, in the same millisecond");

        assertThat(chime.contents(general, alice)).containsExactly("three, in the same millisecond", "two", "one");
        assertThat(page(list(alice).sortOrder(SortOrder.ASCENDING)).channelMessages())
                .extracting(ChannelMessageSummary::content)
                .containsExactly("one", "two", "three, in the same millisecond");
    }

    @Test
    void aTimeWindowIncludesBothEndsAndTakesAnyPrecision() {
        for (int second = 0; second < 5; second++) {
            chime.send(general, alice, "at " + second);
            chime.clock.advance(Duration.ofSeconds(1));
        }
        Instant first = ServiceFixture.START.plusSeconds(1);
        Instant last = ServiceFixture.START.plusSeconds(3);

        assertThat(contents(list(alice).notBefore(first).notAfter(last))).containsExactly("at 3", "at 2", "at 1");
        assertThat(contents(list(alice).notBefore(first.plusNanos(1)).notAfter(last.plusNanos(1))))
                .containsExactly("at 3", "at 2");
        assertThat(contents(list(alice).notBefore(last).notAfter(first))).isEmpty();
    }

    @Test
    void aWindowMayReachFromTheBeginningToTheEndOfTime() {
        chime.send(general, alice, "now");

        assertThat(contents(list(alice).notBefore(Instant.MIN).notAfter(Instant.MAX)))
                .containsExactly("now");
        assertThat(contents(list(alice).notBefore(Instant.MAX))).isEmpty();
        assertThat(contents(list(alice).notAfter(Instant.MIN))).isEmpty();
    }

    @Test
    void aTargetThatNamesNobodyIsABadRequest() {
        ServiceError serviceError = chime.serviceError(chime.message(general, alice, "psst")
                .target(Target.builder().build())
                .build());

        assertThat(serviceError.error()).isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(serviceError.message()).contains("Target[0].MemberArn");
    }

    @Test
    void aMessageThatIsNotPersistentHasAnIdButIsNotStored() {
        SendChannelMessageResponse sent = chime.call(
                chime.message(general, alice, "typing")
                        .persistence(ChannelMessagePersistenceType.NON_PERSISTENT)
                        .build(),
                SendChannelMessageResponse.class);

        assertThat(sent.messageId()).matches("[0-9a-f]{64}");
        assertThat(chime.list(general, alice)).isEmpty();
        assertThat(chime.error(get(alice, sent.messageId()))).isEqualTo(ChimeError.NOT_FOUND);
    }

    @Test
    void sizesAreCountedInBytes() {
        assertThat(chime.outcome(chime.message(general, alice, "x".repeat(4096)).build()))
                .isEmpty();
        ServiceError tooLong = chime.serviceError(
                chime.message(general, alice, "ü".repeat(2049)).build());
        assertThat(tooLong.error()).isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(tooLong.message()).isEqualTo("Channel Messages size limit exceeded");
        assertThat(tooLong.explanation()).contains("4096").contains("4098");
        assertThat(chime.error(chime.message(general, alice, "x")
                        .metadata("ü".repeat(513))
                        .build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(chime.message(general, alice, "x")
                        .messageAttributes(Map.of(
                                "name",
                                MessageAttributeValue.builder()
                                        .stringValues("y".repeat(512), "z".repeat(509))
                                        .build()))
                        .build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
    }

    @Test
    void controlMessagesAreShortAndHaveNoMetadata() {
        assertThat(chime.outcome(control("x".repeat(30)).build())).isEmpty();
        assertThat(chime.error(control("x".repeat(31)).build())).isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(control("x").metadata("y").build())).isEqualTo(ChimeError.BAD_REQUEST);
    }

    @Test
    void anEditedMessageKeepsItsPlaceAndSaysWhenItWasEdited() {
        String id = chime.call(
                        chime.message(general, alice, "helo")
                                .metadata("draft")
                                .contentType("text/plain")
                                .build(),
                        SendChannelMessageResponse.class)
                .messageId();
        chime.send(general, bob, "later");
        chime.clock.advance(Duration.ofSeconds(7));

        UpdateChannelMessageResponse updated =
                chime.call(update(alice, id).content("hello").build(), UpdateChannelMessageResponse.class);

        assertThat(updated.messageId()).isEqualTo(id);
        assertThat(updated.status().value()).isEqualTo(ChannelMessageStatus.SENT);
        assertThat(chime.contents(general, bob)).containsExactly("later", "hello");
        ChannelMessage message =
                chime.call(get(bob, id), GetChannelMessageResponse.class).channelMessage();
        assertThat(message.createdTimestamp()).isEqualTo(ServiceFixture.START);
        assertThat(message.lastEditedTimestamp()).isEqualTo(ServiceFixture.START.plusSeconds(7));
        assertThat(message.lastUpdatedTimestamp()).isEqualTo(ServiceFixture.START.plusSeconds(7));
        assertThat(message.metadata()).isEqualTo("draft");
        assertThat(message.contentType()).isEqualTo("text/plain");
        assertThat(message.persistence()).isEqualTo(ChannelMessagePersistenceType.PERSISTENT);
    }

    @Test
    void anEditMustKeepToTheSizes() {
        String id = chime.send(general, alice, "hello");

        assertThat(chime.error(update(alice, id).content("x".repeat(4097)).build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.contents(general, alice)).containsExactly("hello");
    }

    @Test
    void aRedactedMessageStaysWithoutContentAndCannotBeEdited() {
        String id = chime.call(
                        chime.message(general, alice, "secret")
                                .metadata("secret")
                                .build(),
                        SendChannelMessageResponse.class)
                .messageId();
        chime.clock.advance(Duration.ofSeconds(1));

        chime.call(redact(alice, id));
        chime.call(redact(alice, id));

        assertThat(chime.list(general, bob)).singleElement().satisfies(message -> {
            assertThat(message.redacted()).isTrue();
            assertThat(message.content()).isNull();
            assertThat(message.metadata()).isNull();
            assertThat(message.sender().arn()).isEqualTo(alice.arn());
            assertThat(message.lastUpdatedTimestamp()).isEqualTo(ServiceFixture.START.plusSeconds(1));
            assertThat(message.lastEditedTimestamp()).isNull();
        });
        assertThat(chime.error(update(alice, id).content("again").build())).isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void aDeletedMessageIsGone() {
        String id = chime.send(general, alice, "hello");
        chime.send(general, alice, "still here");

        chime.call(delete(admin, id));

        assertThat(chime.contents(general, alice)).containsExactly("still here");
        assertThat(chime.error(get(alice, id))).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.error(update(alice, id).content("x").build())).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(delete(admin, id))).isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void onlySenderAndTargetSeeATargetedMessageButAnAdminMayDeleteIt() {
        chime.service.addMember(Arn.of(general), Arn.of(carol.arn()), ChannelMembershipType.DEFAULT);
        chime.send(general, alice, "to all");
        String id = chime.call(
                        chime.message(general, alice, "to bob")
                                .target(Target.builder().memberArn(bob.arn()).build())
                                .build(),
                        SendChannelMessageResponse.class)
                .messageId();
        chime.send(general, alice, "to all again");

        assertThat(chime.contents(general, alice)).containsExactly("to all again", "to bob", "to all");
        assertThat(chime.contents(general, bob)).containsExactly("to all again", "to bob", "to all");
        assertThat(chime.contents(general, carol)).containsExactly("to all again", "to all");
        assertThat(chime.contents(general, admin)).containsExactly("to all again", "to all");
        assertThat(chime.list(general, bob).get(1).target())
                .containsExactly(Target.builder().memberArn(bob.arn()).build());
        assertThat(chime.error(get(carol, id))).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.error(redact(admin, id))).isEqualTo(ChimeError.FORBIDDEN);
        chime.call(delete(admin, id));
        assertThat(chime.contents(general, bob)).containsExactly("to all again", "to all");
    }

    @Test
    void theTargetMustBeAMember() {
        ServiceError serviceError = chime.serviceError(chime.message(general, alice, "psst")
                .target(Target.builder().memberArn(carol.arn()).build())
                .build());

        assertThat(serviceError.error()).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(serviceError.explanation()).contains(carol.arn());
    }

    @Test
    void onlyTheSenderLearnsTheStatus() {
        String id = chime.send(general, alice, "hello");

        assertThat(chime.call(status(alice, id), GetChannelMessageStatusResponse.class)
                        .status()
                        .value())
                .isEqualTo(ChannelMessageStatus.SENT);
        assertThat(chime.error(status(bob, id))).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(status(admin, id))).isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void anInventedMessageIdNamesNoMessage() {
        chime.send(general, alice, "hello");

        assertThat(List.of("nonsense", "0".repeat(64), "f".repeat(64)))
                .allSatisfy(id -> assertThat(chime.error(get(alice, id))).isEqualTo(ChimeError.NOT_FOUND));
    }

    @Test
    void aMessageIsFoundInItsOwnChannelOnly() {
        String id = chime.send(general, alice, "hello");
        String other = chime.create(chime.channel("other").withMembers(List.of(alice)));

        assertThat(chime.error(get(alice, id).toBuilder().channelArn(other).build()))
                .isEqualTo(ChimeError.NOT_FOUND);
    }

    @Test
    void attributesAndContentTypeComeBack() {
        Map<String, MessageAttributeValue> attributes = Map.of(
                "CHIME.mentions",
                MessageAttributeValue.builder().stringValues("@all").build());
        String id = chime.call(
                        chime.message(general, alice, "hi")
                                .messageAttributes(attributes)
                                .contentType("text/markdown")
                                .build(),
                        SendChannelMessageResponse.class)
                .messageId();

        ChannelMessage message =
                chime.call(get(bob, id), GetChannelMessageResponse.class).channelMessage();
        assertThat(message.messageAttributes()).isEqualTo(attributes);
        assertThat(message.contentType()).isEqualTo("text/markdown");
    }

    private ListChannelMessagesRequest.Builder list(ChimeUser bearer) {
        return ListChannelMessagesRequest.builder().channelArn(general).chimeBearer(bearer.arn());
    }

    private ListChannelMessagesResponse page(ListChannelMessagesRequest.Builder request) {
        return chime.call(request.build(), ListChannelMessagesResponse.class);
    }

    private List<String> contents(ListChannelMessagesRequest.Builder request) {
        return page(request).channelMessages().stream()
                .map(ChannelMessageSummary::content)
                .toList();
    }

    private SendChannelMessageRequest.Builder control(String content) {
        return chime.message(general, alice, content).type(ChannelMessageType.CONTROL);
    }

    private GetChannelMessageRequest get(ChimeUser bearer, String id) {
        return GetChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(bearer.arn())
                .build();
    }

    private UpdateChannelMessageRequest.Builder update(ChimeUser bearer, String id) {
        return UpdateChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(bearer.arn());
    }

    private RedactChannelMessageRequest redact(ChimeUser bearer, String id) {
        return RedactChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(bearer.arn())
                .build();
    }

    private DeleteChannelMessageRequest delete(ChimeUser bearer, String id) {
        return DeleteChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(bearer.arn())
                .build();
    }

    private GetChannelMessageStatusRequest status(ChimeUser bearer, String id) {
        return GetChannelMessageStatusRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(bearer.arn())
                .build();
    }
}
