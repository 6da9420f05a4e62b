package io.github.chimefake.messaging;

import io.github.chimefake.call.Operation;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;

/** An operation that only reads. It sees one consistent state and holds up nobody. */
abstract non-sealed class Query<R extends ChimeSdkMessagingRequest> extends Handler<R> {
    Query(Operation operation, Class<R> requestType) {
        super(operation, requestType);
    }

    abstract ChimeSdkMessagingResponse answer(State state, Invocation<R> invocation);
}
