package io.github.chimefake.internal.messaging;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.identity.AppInstanceUser;
import io.github.chimefake.internal.service.Identifiers;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;

/**
 * What a handler gets beside the state.
 *
 * @param operation which operation
 * @param request the request
 * @param bearerArn the value of {@code x-amz-chime-bearer}
 * @param now the time of the call, in whole milliseconds, which is all that the wire format carries
 * @param identifiers makes ids
 * @param settings how the service behaves
 * @param <R> the SDK's class for the request
 */
record Invocation<R extends ChimeSdkMessagingRequest>(
        Operation operation,
        R request,
        Optional<String> bearerArn,
        Instant now,
        Identifiers identifiers,
        MessagingSettings settings) {

    /** Who calls. Refuses a bearer that is missing or that nobody registered. */
    AppInstanceUser bearer(State state) {
        return Bearers.require(state, bearerArn, () -> now);
    }

    /** Who calls, where the model does not require a bearer. Refuses one that nobody registered. */
    Optional<AppInstanceUser> optionalBearer(State state) {
        return bearerArn.map(arn -> Bearers.require(state, bearerArn, () -> now));
    }
}
