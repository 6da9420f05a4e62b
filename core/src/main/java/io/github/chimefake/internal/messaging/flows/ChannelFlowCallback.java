package io.github.chimefake.internal.messaging.flows;

import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.constraints.ChannelFlowConstraints;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.flows.FlowProcessing.Step;
import io.github.chimefake.internal.messaging.rules.AppInstances;
import io.github.chimefake.internal.messaging.rules.MessageLimits;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.Processing.Task;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowCallbackRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowCallbackResponse;

/**
 * Applies the decision of a processor about a message. Any client that IAM allows may send it. Documented: the message
 * is changed, denied or sent; 403 more than 48 hours after the processor received the message. Assumed: 403 for an
 * unknown callback id; the same callback again returns the first response; 409 for a different one with the same id.
 */
public final class ChannelFlowCallback extends Command<State, ChannelFlowCallbackRequest> {
    public ChannelFlowCallback() {
        super(CHANNEL_FLOW_CALLBACK, ChannelFlowCallbackRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<ChannelFlowCallbackRequest> context) {
        ChannelFlowCallbackRequest request = context.request();
        ChannelState channel = Channels.require(state, context.channel());
        return AppInstances.idempotency(channel.appInstance())
                .once(state, context, channel.arn(), request.callbackId(), () -> decide(state, channel, context));
    }

    private static Outcome<State> decide(
            State state, ChannelState channel, HandlerContext<ChannelFlowCallbackRequest> context) {
        ChannelFlowCallbackRequest request = context.request();
        Task task = channel.processing()
                .find(request.callbackId())
                .orElseThrow(() -> error(
                        ChimeError.FORBIDDEN,
                        "Nothing waits for the callback " + request.callbackId() + " in " + channel.arn()
                                + ". Take the id from what the processor was invoked with.",
                        Provenance.ASSUMED));
        if (FlowProcessing.isOverdue(task, context.now())) {
            throw ChannelFlowConstraints.CALLBACK_IN_TIME.broken(
                    "The callback " + request.callbackId() + " was due within 48 hours of " + task.since() + ".");
        }
        String messageId = context.identifiers().messageId(task.message().key().sequence());
        if (!messageId.equals(request.channelMessage().messageId())) {
            throw ChannelFlowConstraints.CALLBACK_MESSAGE.broken(
                    "The callback " + request.callbackId() + " is about the message " + messageId + ", and not about "
                            + request.channelMessage().messageId() + ".");
        }
        StoredMessage changed = FlowProcessing.changed(task.message(), request.channelMessage());
        MessageLimits.check(changed.type(), changed.content(), changed.extras());
        Verdict verdict = Boolean.TRUE.equals(request.deleteResource())
                ? Verdict.deny()
                : new Verdict.Change(request.channelMessage());
        Step step = FlowProcessing.decide(state, channel, task, verdict, context.identifiers());
        return new Outcome<>(
                step.state(),
                ChannelFlowCallbackResponse.builder()
                        .channelArn(channel.arn().text())
                        .callbackId(request.callbackId())
                        .build(),
                step.tasks(),
                step.outcomeEvents());
    }

    private static ServiceErrorException error(ChimeError error, String explanation, Provenance provenance) {
        return ServiceError.of(Layer.STATE, error, explanation, provenance).asException();
    }
}
