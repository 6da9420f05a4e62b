package io.github.chimefake.internal.messaging;

import static io.github.chimefake.internal.messaging.ChannelFlowFixture.LAMBDA;
import static io.github.chimefake.internal.messaging.ChannelFlowFixture.processor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;

/** The events of messages that a channel flow processes. */
class ChannelFlowEventsTest {
    private final ChannelFlowFixture fixture = new ChannelFlowFixture();
    private final ServiceFixture chime = fixture.chime;
    private final EmittedEvents events = new EmittedEvents(chime);

    private void decide(FlowVerdict verdict) {
        chime.service.registerProcessor(LAMBDA, event -> verdict);
    }

    @Test
    void aMessageIsPendingForItsSenderAndThenSentToAll() {
        decide(FlowVerdict.allow());

        chime.send(fixture.general, fixture.alice, "hello");

        assertThat(events.lines())
                .containsExactly("PENDING_CREATE_CHANNEL_MESSAGE: alice", "CREATE_CHANNEL_MESSAGE: alice, bob");
    }

    @Test
    void aPendingMessageHasItsStatusAndTheSentOneTheChangedContent() {
        decide(FlowVerdict.change("changed"));

        chime.send(fixture.general, fixture.alice, "hello");

        List<MessagingEvent> all = events.next();
        assertThat(all.get(0).channelMessage().orElseThrow().status().value()).isEqualTo(ChannelMessageStatus.PENDING);
        assertThat(all.get(0).channelMessage().orElseThrow().content()).isEqualTo("hello");
        assertThat(all.get(1).channelMessage().orElseThrow().content()).isEqualTo("changed");
        assertThat(all.get(1).cause().operation()).contains(Operation.SEND_CHANNEL_MESSAGE);
        assertThat(all.get(1).cause().toString())
                .startsWith("processor filter for message ")
                .endsWith("; caused by SendChannelMessage by alice");
    }

    @Test
    void aDeniedMessageIsForItsSenderOnly() {
        decide(FlowVerdict.deny());

        chime.send(fixture.general, fixture.alice, "bad");

        assertThat(events.lines())
                .containsExactly("PENDING_CREATE_CHANNEL_MESSAGE: alice", "DENIED_CREATE_CHANNEL_MESSAGE: alice");
    }

    @Test
    void aFailedMessageIsForItsSenderOnly() {
        decide(FlowVerdict.fail());

        chime.send(fixture.general, fixture.alice, "hello");

        assertThat(events.lines())
                .containsExactly("PENDING_CREATE_CHANNEL_MESSAGE: alice", "FAILED_CREATE_CHANNEL_MESSAGE: alice");
    }

    @Test
    void aProcessorThatCannotBeReachedLetsTheMessageThroughIfItsFallbackSaysSo() {
        fixture.useFlow(processor(LAMBDA, 1, FallbackAction.CONTINUE));
        decide(FlowVerdict.fail());

        chime.send(fixture.general, fixture.alice, "hello");

        assertThat(events.lines())
                .containsExactly("PENDING_CREATE_CHANNEL_MESSAGE: alice", "CREATE_CHANNEL_MESSAGE: alice, bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "deny", "fail"})
    void anUpdateHasTheEventsOfAnUpdate(String verdict) {
        decide(FlowVerdict.allow());
        String id = chime.send(fixture.general, fixture.alice, "helo");
        events.next();
        switch (verdict) {
            case "allow" -> decide(FlowVerdict.allow());
            case "deny" -> decide(FlowVerdict.deny());
            default -> decide(FlowVerdict.fail());
        }

        chime.call(fixture.update(id, "hello"));

        assertThat(events.lines())
                .containsExactly(
                        "PENDING_UPDATE_CHANNEL_MESSAGE: alice",
                        switch (verdict) {
                            case "allow" -> "UPDATE_CHANNEL_MESSAGE: alice, bob";
                            case "deny" -> "DENIED_UPDATE_CHANNEL_MESSAGE: alice";
                            default -> "FAILED_UPDATE_CHANNEL_MESSAGE: alice";
                        });
    }

    @Test
    void aMessageThatIsNotStoredHasTheSameEvents() {
        decide(FlowVerdict.allow());

        chime.call(chime.message(fixture.general, fixture.alice, "hello")
                .persistence(ChannelMessagePersistenceType.NON_PERSISTENT)
                .build());

        List<MessagingEvent> all = events.next();
        assertThat(all)
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(event.channelMessage().orElseThrow().persistence())
                                .isEqualTo(ChannelMessagePersistenceType.NON_PERSISTENT));
    }

    @Test
    void aSecondProcessorAddsNoEvent() {
        String second = LAMBDA + "-two";
        fixture.useFlow(processor(LAMBDA, 1, FallbackAction.ABORT), processor(second, 2, FallbackAction.ABORT));
        decide(FlowVerdict.allow());
        chime.service.registerProcessor(second, event -> FlowVerdict.allow());

        chime.send(fixture.general, fixture.alice, "hello");

        assertThat(events.lines())
                .containsExactly("PENDING_CREATE_CHANNEL_MESSAGE: alice", "CREATE_CHANNEL_MESSAGE: alice, bob");
    }
}
