package io.github.chimefake.internal.operations;

import io.github.chimefake.Operation;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Implements one operation. Handlers have no state, and throw a {@code ServiceErrorException} for an error response.
 *
 * <p>It is an interface, so that the JVM's verifier does not load all handlers for a list of them.
 *
 * @param <S> the state that the operation reads or changes
 * @param <R> the SDK's class for the request
 */
public sealed interface Handler<S, R extends AwsRequest> permits Command, Query {
    Operation operation();

    Class<R> requestType();
}
