package io.github.chimefake.internal.identity;

import io.github.chimefake.Operation;
import software.amazon.awssdk.awscore.AwsRequest;

/** An operation that writes. Commands are applied one after the other, each to the directory that the last one left. */
abstract non-sealed class Command<R extends AwsRequest> extends Handler<R> {
    Command(Operation operation, Class<R> requestType) {
        super(operation, requestType);
    }

    abstract Outcome apply(Directory directory, Invocation<R> invocation);
}
