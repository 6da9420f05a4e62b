package io.github.chimefake.internal.operations;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.directory.AppInstanceUser;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * What a handler gets beside the state.
 *
 * @param operation which operation
 * @param request the request
 * @param optionalBearer the user or bot that {@code x-amz-chime-bearer} names; empty if the operation has no bearer, or need
 *     not have one and the request has none
 * @param now the time of the request, in whole milliseconds, which is all that the wire format carries
 * @param identifiers makes ids
 * @param <R> the SDK's class for the request
 */
public record Invocation<R extends AwsRequest>(
        Operation operation,
        R request,
        Optional<AppInstanceUser> optionalBearer,
        Instant now,
        Identifiers identifiers) {

    /** Returns the bearer of an operation that requires one. */
    public AppInstanceUser bearer() {
        return optionalBearer.orElseThrow(() -> new IllegalStateException(operation + " does not require a bearer"));
    }
}
