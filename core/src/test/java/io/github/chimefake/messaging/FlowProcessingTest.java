package io.github.chimefake.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.service.Quota;
import io.github.chimefake.service.Quotas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.AssociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowCallbackRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowCallbackResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageCallback;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageResponse;

/** What a channel flow does to messages. */
class FlowProcessingTest {
    private static final String LAMBDA = "arn:aws:lambda:us-east-1:111122223333:function:filter";
    private static final String SECOND_LAMBDA = LAMBDA + "-2";

    private final ServiceFixture chime =
            new ServiceFixture(Quotas.DOCUMENTED.with(Quota.PROCESSORS_PER_CHANNEL_FLOW, 3));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser admin = chime.admin("admin");
    private final String general = chime.channelOf(alice, bob);

    @BeforeEach
    void sendTheMessagesThroughAFlow() {
        useFlow(processor(LAMBDA, 1, FallbackAction.ABORT));
    }

    @Test
    void aMessageIsPendingAndSeenByItsSenderOnlyUntilTheProcessorAnswers() {
        SendChannelMessageResponse sent =
                chime.call(chime.message(general, alice, "hello").build(), SendChannelMessageResponse.class);

        assertThat(sent.status().value()).isEqualTo(ChannelMessageStatus.PENDING);
        assertThat(status(sent.messageId())).isEqualTo(ChannelMessageStatus.PENDING);
        assertThat(chime.contents(general, bob)).isEmpty();
        assertThat(chime.list(general, alice))
                .extracting(message -> message.status().value())
                .containsExactly(ChannelMessageStatus.PENDING);
        assertThat(chime.error(get(bob, sent.messageId()))).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.outcome(get(alice, sent.messageId()))).isEmpty();
    }

    @Test
    void aPendingMessageCannotBeEditedRedactedOrDeleted() {
        String id = chime.send(general, alice, "hello");

        assertThat(chime.error(update(id, "x"))).isEqualTo(ChimeError.CONFLICT);
        assertThat(chime.error(RedactChannelMessageRequest.builder()
                        .channelArn(general)
                        .messageId(id)
                        .chimeBearer(alice.arn())
                        .build()))
                .isEqualTo(ChimeError.CONFLICT);
        assertThat(chime.error(DeleteChannelMessageRequest.builder()
                        .channelArn(general)
                        .messageId(id)
                        .chimeBearer(admin.arn())
                        .build()))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void aProcessorMayPassChangeOrDenyAMessage() {
        chime.service.registerProcessor(LAMBDA, event -> switch (event.message().content()) {
            case "bad" -> Verdict.deny();
            case "rude" -> Verdict.change("***");
            default -> Verdict.pass();
        });

        chime.send(general, alice, "good");
        chime.clock.advance(Duration.ofSeconds(1));
        chime.send(general, alice, "rude");
        String denied = chime.send(general, alice, "bad");

        assertThat(chime.contents(general, bob)).containsExactly("***", "good");
        assertThat(chime.contents(general, alice)).containsExactly("***", "good");
        assertThat(chime.error(statusRequest(denied))).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.list(general, bob).get(0).lastEditedTimestamp()).isNull();
    }

    @Test
    void aProcessorIsGivenTheMessageAsItWasSent() {
        List<ChannelFlowProcessor.Event> events = new ArrayList<>();
        chime.service.registerProcessor(LAMBDA, event -> {
            events.add(event);
            return Verdict.pass();
        });

        String id = chime.call(
                        chime.message(general, alice, "hello")
                                .metadata("about")
                                .persistence(ChannelMessagePersistenceType.NON_PERSISTENT)
                                .build(),
                        SendChannelMessageResponse.class)
                .messageId();

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.callbackId()).hasSizeBetween(32, 64);
            assertThat(event.message().messageId()).isEqualTo(id);
            assertThat(event.message().content()).isEqualTo("hello");
            assertThat(event.message().metadata()).isEqualTo("about");
            assertThat(event.message().sender().arn()).isEqualTo(alice.arn());
            assertThat(event.message().persistence()).isEqualTo(ChannelMessagePersistenceType.NON_PERSISTENT);
            assertThat(event.message().status().value()).isEqualTo(ChannelMessageStatus.PENDING);
        });
        assertThat(chime.service.messages(general)).isEmpty();
    }

    @Test
    void whenTheProcessorCannotBeReachedTheFallbackDecides() {
        chime.service.registerProcessor(LAMBDA, event -> Verdict.fail());
        String aborted = chime.send(general, alice, "aborted");

        assertThat(status(aborted)).isEqualTo(ChannelMessageStatus.FAILED);
        assertThat(chime.contents(general, bob)).isEmpty();
        assertThat(chime.contents(general, alice)).containsExactly("aborted");

        useFlow(processor(LAMBDA, 1, FallbackAction.CONTINUE));
        chime.send(general, alice, "went on");
        assertThat(chime.contents(general, bob)).containsExactly("went on");
    }

    @Test
    void aProcessorThatThrowsOrWantsTheImpossibleIsOneThatCannotBeReached() {
        chime.service.registerProcessor(LAMBDA, event -> {
            throw new IllegalStateException("bug in the Lambda");
        });
        assertThat(status(chime.send(general, alice, "one"))).isEqualTo(ChannelMessageStatus.FAILED);

        chime.service.registerProcessor(LAMBDA, event -> Verdict.change("x".repeat(5000)));
        assertThat(status(chime.send(general, alice, "two"))).isEqualTo(ChannelMessageStatus.FAILED);
    }

    @Test
    void controlMessagesAreNotProcessed() {
        chime.call(chime.message(general, alice, "typing")
                .type(ChannelMessageType.CONTROL)
                .build());

        assertThat(chime.contents(general, bob)).containsExactly("typing");
    }

    @Test
    void aPendingUpdateLeavesTheMessageAsItWas() {
        chime.service.registerProcessor(LAMBDA, event -> Verdict.pass());
        String id = chime.send(general, alice, "hello");
        chime.service.registerProcessor(LAMBDA, event -> Verdict.noAnswer());

        UpdateChannelMessageResponse response = chime.call(update(id, "edited"), UpdateChannelMessageResponse.class);

        assertThat(response.status().value()).isEqualTo(ChannelMessageStatus.PENDING);
        assertThat(status(id)).isEqualTo(ChannelMessageStatus.PENDING);
        assertThat(chime.contents(general, bob)).containsExactly("hello");
        assertThat(chime.error(update(id, "edited again"))).isEqualTo(ChimeError.CONFLICT);

        chime.call(callback().build());

        assertThat(status(id)).isEqualTo(ChannelMessageStatus.SENT);
        assertThat(chime.contents(general, bob)).containsExactly("edited");
        assertThat(chime.list(general, bob).get(0).lastEditedTimestamp()).isNotNull();
    }

    @Test
    void aDeniedOrFailedUpdateIsDropped() {
        chime.service.registerProcessor(LAMBDA, event -> Verdict.pass());
        String id = chime.send(general, alice, "hello");
        chime.service.registerProcessor(LAMBDA, event -> Verdict.deny());
        chime.call(update(id, "denied"));
        chime.service.registerProcessor(LAMBDA, event -> Verdict.fail());
        chime.call(update(id, "failed"));

        assertThat(chime.contents(general, bob)).containsExactly("hello");
        assertThat(status(id)).isEqualTo(ChannelMessageStatus.SENT);
    }

    @Test
    void aCallbackFromAClientChangesWhatItSets() {
        chime.call(chime.message(general, alice, "hello").metadata("kept").build());

        ChannelFlowCallbackResponse response = chime.call(
                callback(message -> message.content("changed")
                                .contentType("text/plain")
                                .messageAttributes(Map.of(
                                        "checked",
                                        MessageAttributeValue.builder()
                                                .stringValues("yes")
                                                .build())))
                        .build(),
                ChannelFlowCallbackResponse.class);

        assertThat(response.channelArn()).isEqualTo(general);
        assertThat(chime.list(general, bob)).singleElement().satisfies(message -> {
            assertThat(message.content()).isEqualTo("changed");
            assertThat(message.metadata()).isEqualTo("kept");
            assertThat(message.contentType()).isEqualTo("text/plain");
            assertThat(message.messageAttributes()).containsKey("checked");
        });
        assertThat(chime.service.pendingCallbacks(general)).isEmpty();
    }

    @Test
    void aCallbackMayDeny() {
        chime.send(general, alice, "bad");

        chime.call(callback().deleteResource(true).build());

        assertThat(chime.service.messages(general)).isEmpty();
    }

    @Test
    void theSameCallbackAgainChangesNothingAndAnotherIsAConflict() {
        chime.send(general, alice, "hello");
        ChannelFlowCallbackRequest first = callback().build();
        ChannelFlowCallbackResponse response = chime.call(first, ChannelFlowCallbackResponse.class);

        assertThat(chime.call(first, ChannelFlowCallbackResponse.class)).isEqualTo(response);
        assertThat(chime.error(first.toBuilder().deleteResource(true).build())).isEqualTo(ChimeError.CONFLICT);
        assertThat(chime.contents(general, bob)).containsExactly("hello");
    }

    @Test
    void aCallbackComesWithinTwoDays() {
        chime.send(general, alice, "hello");
        chime.clock.advance(Duration.ofDays(2).plusMillis(1));

        assertThat(chime.error(callback().build())).isEqualTo(ChimeError.FORBIDDEN);
        chime.clock.advance(Duration.ofMillis(-1));
        assertThat(chime.outcome(callback().build())).isEmpty();
    }

    @Test
    void aCallbackThatFitsNothingIsRefused() {
        chime.send(general, alice, "hello");

        assertThat(chime.error(callback().callbackId("0".repeat(36)).build())).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(callback(message -> message.messageId("other")).build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(
                        callback(message -> message.content("x".repeat(5000))).build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(callback().channelArn(general + "x").build())).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.contents(general, bob)).isEmpty();
    }

    @Test
    void aProcessorMayCallTheFakeItself() {
        chime.service.registerProcessor(LAMBDA, event -> {
            chime.call(ChannelFlowCallbackRequest.builder()
                    .channelArn(general)
                    .callbackId(event.callbackId())
                    .channelMessage(message ->
                            message.messageId(event.message().messageId()).content("by callback"))
                    .build());
            return Verdict.noAnswer();
        });

        chime.send(general, alice, "hello");

        assertThat(chime.contents(general, bob)).containsExactly("by callback");
    }

    @Test
    void processorsRunInTheOrderOfExecution() {
        useFlow(processor(SECOND_LAMBDA, 2, FallbackAction.ABORT), processor(LAMBDA, 1, FallbackAction.ABORT));
        chime.service.registerProcessor(
                LAMBDA, event -> Verdict.change(event.message().content() + " first"));
        chime.service.registerProcessor(
                SECOND_LAMBDA, event -> Verdict.change(event.message().content() + " second"));

        chime.send(general, alice, "then:");

        assertThat(chime.contents(general, bob)).containsExactly("then: first second");
    }

    @Test
    void goingBackToASnapshotForgetsProcessorsAndWhatTheyHold() {
        Snapshot baseline = chime.service.snapshot();
        chime.service.registerProcessor(LAMBDA, event -> Verdict.pass());
        chime.service.restore(baseline);

        chime.send(general, alice, "hello");

        assertThat(chime.service.pendingCallbacks(general)).hasSize(1);
        chime.service.restore(baseline);
        assertThat(chime.service.pendingCallbacks(general)).isEmpty();
    }

    @Test
    void aMessageGoesOnThoughTheChannelHasNoFlowAnyMore() {
        chime.send(general, alice, "hello");
        String flow = flow();
        chime.call(DisassociateChannelFlowRequest.builder()
                .channelArn(general)
                .channelFlowArn(flow)
                .chimeBearer(admin.arn())
                .build());

        chime.call(callback().build());

        assertThat(chime.contents(general, bob)).containsExactly("hello");
    }

    private static Processor processor(String lambda, int order, FallbackAction fallback) {
        return Processor.builder()
                .name("p" + order)
                .executionOrder(order)
                .fallbackAction(fallback)
                .configuration(configuration -> configuration.lambda(
                        function -> function.resourceArn(lambda).invocationType(InvocationType.ASYNC)))
                .build();
    }

    private String flow() {
        return chime.call(
                        DescribeChannelRequest.builder()
                                .channelArn(general)
                                .chimeBearer(admin.arn())
                                .build(),
                        DescribeChannelResponse.class)
                .channel()
                .channelFlowArn();
    }

    private void useFlow(Processor... processors) {
        String former = flow();
        if (former != null) {
            chime.call(DisassociateChannelFlowRequest.builder()
                    .channelArn(general)
                    .channelFlowArn(former)
                    .chimeBearer(admin.arn())
                    .build());
        }
        String flow = chime.call(
                        CreateChannelFlowRequest.builder()
                                .appInstanceArn(ServiceFixture.CHAT.toString())
                                .name("flow")
                                .processors(processors)
                                .clientRequestToken(chime.token())
                                .build(),
                        CreateChannelFlowResponse.class)
                .channelFlowArn();
        chime.call(AssociateChannelFlowRequest.builder()
                .channelArn(general)
                .channelFlowArn(flow)
                .chimeBearer(admin.arn())
                .build());
    }

    private ChannelFlowCallbackRequest.Builder callback() {
        return callback(message -> {});
    }

    /** A callback for the only message that waits. */
    private ChannelFlowCallbackRequest.Builder callback(Consumer<ChannelMessageCallback.Builder> changes) {
        ChannelFlowProcessor.Event event =
                chime.service.pendingCallbacks(general).get(0);
        ChannelMessageCallback.Builder message =
                ChannelMessageCallback.builder().messageId(event.message().messageId());
        changes.accept(message);
        return ChannelFlowCallbackRequest.builder()
                .channelArn(general)
                .callbackId(event.callbackId())
                .channelMessage(message.build());
    }

    private GetChannelMessageStatusRequest statusRequest(String id) {
        return GetChannelMessageStatusRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(alice.arn())
                .build();
    }

    private ChannelMessageStatus status(String id) {
        return chime.call(statusRequest(id), GetChannelMessageStatusResponse.class)
                .status()
                .value();
    }

    private GetChannelMessageRequest get(ChimeUser bearer, String id) {
        return GetChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(bearer.arn())
                .build();
    }

    private UpdateChannelMessageRequest update(String id, String content) {
        return UpdateChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .content(content)
                .chimeBearer(alice.arn())
                .build();
    }
}
