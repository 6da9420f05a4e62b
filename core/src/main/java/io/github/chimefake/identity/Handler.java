package io.github.chimefake.identity;

import io.github.chimefake.call.IdentityOperation;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * One operation: its rules and what they rest on. Handlers are pure: they hold nothing, and refuse by throwing.
 *
 * @param <R> the SDK's class for the request
 */
abstract sealed class Handler<R extends AwsRequest> permits Query, Command {
    private final IdentityOperation operation;
    private final Class<R> requestType;

    Handler(IdentityOperation operation, Class<R> requestType) {
        this.operation = operation;
        this.requestType = requestType;
    }

    IdentityOperation operation() {
        return operation;
    }

    Class<R> requestType() {
        return requestType;
    }
}
