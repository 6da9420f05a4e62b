package io.github.chimefake.internal.messaging;

import io.github.chimefake.Operation;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;

/** An operation that only reads. It sees one consistent state and holds up nobody. */
abstract non-sealed class Query<R extends ChimeSdkMessagingRequest> implements Handler<R> {
    private final Operation operation;
    private final Class<R> requestType;

    Query(Operation operation, Class<R> requestType) {
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

    abstract ChimeSdkMessagingResponse answer(State state, Invocation<R> invocation);
}
