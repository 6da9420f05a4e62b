package io.github.chimefake.internal.messaging.flows;

import io.github.chimefake.flows.ChannelFlowProcessor.FlowEvent;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;

/** The event that a processor is invoked with. */
record InvokedEvent(String callbackId, ChannelMessage message) implements FlowEvent {}
