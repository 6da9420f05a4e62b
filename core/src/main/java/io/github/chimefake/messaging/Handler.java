package io.github.chimefake.messaging;

import io.github.chimefake.call.Operation;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;

/**
 * One operation: its rules and what they rest on. Handlers are pure: they hold nothing, and refuse by throwing.
 *
 * @param <R> the SDK's class for the request
 */
abstract sealed class Handler<R extends ChimeSdkMessagingRequest> permits Query, Command {
    private final Operation operation;
    private final Class<R> requestType;

    Handler(Operation operation, Class<R> requestType) {
        this.operation = operation;
        this.requestType = requestType;
    }

    Operation operation() {
        return operation;
    }

    Class<R> requestType() {
        return requestType;
    }
}
