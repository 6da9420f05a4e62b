package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.messaging.store.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** What a channel flow does to messages. */
class FlowProcessingTest extends ChannelFlowFixture {
    private static final String SECOND_LAMBDA = LAMBDA + "-2";

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
            case "bad" -> FlowVerdict.deny();
            case "rude" -> FlowVerdict.change("***");
            default -> FlowVerdict.allow();
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
        List<ChannelFlowProcessor.FlowEvent> events = new ArrayList<>();
        chime.service.registerProcessor(LAMBDA, event -> {
            events.add(event);
            return FlowVerdict.allow();
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
        assertThat(chime.service.messages(Arn.of(general))).isEmpty();
    }

    @Test
    void whenTheProcessorCannotBeReachedTheFallbackDecides() {
        chime.service.registerProcessor(LAMBDA, event -> FlowVerdict.fail());
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

        chime.service.registerProcessor(LAMBDA, event -> FlowVerdict.change("x".repeat(5000)));
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
    void aDeniedOrFailedUpdateIsDropped() {
        chime.service.registerProcessor(LAMBDA, event -> FlowVerdict.allow());
        String id = chime.send(general, alice, "hello");
        chime.service.registerProcessor(LAMBDA, event -> FlowVerdict.deny());
        chime.call(update(id, "denied"));
        chime.service.registerProcessor(LAMBDA, event -> FlowVerdict.fail());
        chime.call(update(id, "failed"));

        assertThat(chime.contents(general, bob)).containsExactly("hello");
        assertThat(status(id)).isEqualTo(ChannelMessageStatus.SENT);
    }

    @Test
    void processorsRunInTheOrderOfExecution() {
        useFlow(processor(SECOND_LAMBDA, 2, FallbackAction.ABORT), processor(LAMBDA, 1, FallbackAction.ABORT));
        chime.service.registerProcessor(
                LAMBDA, event -> FlowVerdict.change(event.message().content() + " first"));
        chime.service.registerProcessor(
                SECOND_LAMBDA, event -> FlowVerdict.change(event.message().content() + " second"));

        chime.send(general, alice, "then:");

        assertThat(chime.contents(general, bob)).containsExactly("then: first second");
    }

    @Test
    void goingBackToASnapshotForgetsProcessorsAndWhatTheyHold() {
        Snapshot baseline = chime.service.snapshot();
        chime.service.registerProcessor(LAMBDA, event -> FlowVerdict.allow());
        chime.service.restore(baseline);

        chime.send(general, alice, "hello");

        assertThat(chime.service.pendingCallbacks(Arn.of(general))).hasSize(1);
        chime.service.restore(baseline);
        assertThat(chime.service.pendingCallbacks(Arn.of(general))).isEmpty();
    }

    private GetChannelMessageRequest get(ChimeUser bearer, String id) {
        return GetChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(id)
                .chimeBearer(bearer.arn())
                .build();
    }
}
