package io.github.chimefake.internal.identity;

import io.github.chimefake.Operation;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** An operation that only reads. It sees one consistent directory and holds up nobody. */
abstract non-sealed class Query<R extends AwsRequest> extends Handler<R> {
    Query(Operation operation, Class<R> requestType) {
        super(operation, requestType);
    }

    abstract AwsResponse answer(Directory directory, Invocation<R> invocation);
}
