package io.github.chimefake.messaging;

import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;

/**
 * What stands for the Lambda function of a channel flow's processor. It is called after {@code SendChannelMessage} or
 * {@code UpdateChannelMessage} has made its answer, and may call the fake itself.
 *
 * <pre>{@code
 * ChannelFlowProcessor noSwearing = event ->
 *         event.message().content().contains("damn") ? Verdict.deny() : Verdict.pass();
 * }</pre>
 */
@FunctionalInterface
public interface ChannelFlowProcessor {

    /** Decides about a message. What it throws counts as {@link Verdict#fail()}. */
    Verdict process(Event event);

    /**
     * What the Lambda function would be invoked with.
     *
     * @param callbackId what {@code ChannelFlowCallback} has to name
     * @param message the message as it was sent, or as it is to be after an update
     */
    record Event(String callbackId, ChannelMessage message) {}
}
