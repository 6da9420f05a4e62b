package io.github.chimefake.internal.operations;

import io.github.chimefake.Operation;
import software.amazon.awssdk.awscore.AwsRequest;

/** An operation that changes the state. Commands are applied one at a time. */
public abstract non-sealed class Command<S, R extends AwsRequest> implements Handler<S, R> {
    private final Operation operation;
    private final Class<R> requestType;

    protected Command(Operation operation, Class<R> requestType) {
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

    /** Returns the new state and the response. */
    public abstract Outcome<S> apply(S state, HandlerContext<R> context);
}
