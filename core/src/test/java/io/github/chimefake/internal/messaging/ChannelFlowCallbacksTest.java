package io.github.chimefake.internal.messaging;

import static io.github.chimefake.internal.messaging.ChannelFlowFixture.LAMBDA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.internal.arn.Arn;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowCallbackRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowCallbackResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageCallback;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageResponse;

/** What a processor answers later, through ChannelFlowCallback. */
class ChannelFlowCallbacksTest {
    private final ChannelFlowFixture fixture = new ChannelFlowFixture();
    private final ServiceFixture chime = fixture.chime;
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeUser admin = fixture.admin;
    private final String general = fixture.general;

    @Test
    void aPendingUpdateLeavesTheMessageAsItWas() {
        chime.service.registerProcessor(LAMBDA, event -> FlowVerdict.allow());
        String id = chime.send(general, alice, "hello");
        chime.service.registerProcessor(LAMBDA, event -> FlowVerdict.pending());

        UpdateChannelMessageResponse response =
                chime.call(fixture.update(id, "edited"), UpdateChannelMessageResponse.class);

        assertThat(response.status().value()).isEqualTo(ChannelMessageStatus.PENDING);
        assertThat(fixture.status(id)).isEqualTo(ChannelMessageStatus.PENDING);
        assertThat(chime.contents(general, bob)).containsExactly("hello");
        assertThat(chime.error(fixture.update(id, "edited again"))).isEqualTo(ChimeError.CONFLICT);

        chime.call(callback().build());

        assertThat(fixture.status(id)).isEqualTo(ChannelMessageStatus.SENT);
        assertThat(chime.contents(general, bob)).containsExactly("edited");
        assertThat(chime.list(general, bob).get(0).lastEditedTimestamp()).isNotNull();
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
        assertThat(chime.service.pendingCallbacks(Arn.of(general))).isEmpty();
    }

    @Test
    void aCallbackMayDeny() {
        chime.send(general, alice, "bad");

        chime.call(callback().deleteResource(true).build());

        assertThat(chime.service.messages(Arn.of(general))).isEmpty();
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
            chime.callWithinProcessor(ChannelFlowCallbackRequest.builder()
                    .channelArn(general)
                    .callbackId(event.callbackId())
                    .channelMessage(message ->
                            message.messageId(event.message().messageId()).content("by callback"))
                    .build());
            return FlowVerdict.pending();
        });

        chime.send(general, alice, "hello");

        assertThat(chime.contents(general, bob)).containsExactly("by callback");
    }

    @Test
    void aMessageGoesOnThoughTheChannelHasNoFlowAnyMore() {
        chime.send(general, alice, "hello");
        String flow = fixture.flow();
        chime.call(DisassociateChannelFlowRequest.builder()
                .channelArn(general)
                .channelFlowArn(flow)
                .chimeBearer(admin.arn())
                .build());

        chime.call(callback().build());

        assertThat(chime.contents(general, bob)).containsExactly("hello");
    }

    private ChannelFlowCallbackRequest.Builder callback() {
        return callback(message -> {});
    }

    /** A callback for the only message that waits. */
    private ChannelFlowCallbackRequest.Builder callback(Consumer<ChannelMessageCallback.Builder> changes) {
        ChannelFlowProcessor.FlowEvent event =
                chime.service.pendingCallbacks(Arn.of(general)).get(0);
        ChannelMessageCallback.Builder message =
                ChannelMessageCallback.builder().messageId(event.message().messageId());
        changes.accept(message);
        return ChannelFlowCallbackRequest.builder()
                .channelArn(general)
                .callbackId(event.callbackId())
                .channelMessage(message.build());
    }
}
