package io.github.chimefake.messaging;

import io.github.chimefake.call.Operation;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;

/** An operation that writes. Commands are applied one after the other, each to the state that the last one left. */
abstract non-sealed class Command<R extends ChimeSdkMessagingRequest> extends Handler<R> {
    Command(Operation operation, Class<R> requestType) {
        super(operation, requestType);
    }

    abstract Outcome apply(State state, Invocation<R> invocation);
}
