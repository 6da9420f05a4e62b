package io.github.chimefake.internal.operations;

import io.github.chimefake.Operation;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * One operation: its rules and what they rest on. Handlers hold no state, and report an error by throwing a {@code
 * ServiceErrorException}.
 *
 * <p>An interface, so that a list of all handlers does not make the JVM's verifier load them all.
 *
 * @param <S> the state that the operation reads or changes
 * @param <R> the SDK's class for the request
 */
public sealed interface Handler<S, R extends AwsRequest> permits Command, Query {
    Operation operation();

    Class<R> requestType();
}
