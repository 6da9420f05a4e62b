package io.github.chimefake.internal.identity;

import io.github.chimefake.Operation;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * One operation: its rules and what they rest on. Handlers are pure: they hold nothing, and refuse by throwing.
 *
 * @param <R> the SDK's class for the request
 */
abstract sealed class Handler<R extends AwsRequest> permits Query, Command {
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
