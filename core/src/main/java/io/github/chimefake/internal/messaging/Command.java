package io.github.chimefake.internal.messaging;

import io.github.chimefake.Operation;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;

/** An operation that writes. Commands are applied one after the other, each to the state that the last one left. */
abstract non-sealed class Command<R extends ChimeSdkMessagingRequest> implements Handler<R> {
    private final Operation operation;
    private final Class<R> requestType;

    Command(Operation operation, Class<R> requestType) {
        this.operation = operation;
        this.requestType = requestType;
    }

    @Override
    public final Operation operation() {
        return operation;
    }

    @Override
    public final Class<R> requestType() {
        return requestType;
    }

    abstract Outcome apply(State state, Invocation<R> invocation);
}
