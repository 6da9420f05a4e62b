package io.github.chimefake.internal.operations;

import io.github.chimefake.Operation;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** An operation that does not change the state. Reads a consistent snapshot without locking. */
public abstract non-sealed class Query<S, R extends AwsRequest> implements Handler<S, R> {
    private final Operation operation;
    private final Class<R> requestType;

    protected Query(Operation operation, Class<R> requestType) {
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

    /** Returns the response. */
    public abstract AwsResponse respond(S state, HandlerContext<R> context);
}
