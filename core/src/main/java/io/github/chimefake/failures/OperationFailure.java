package io.github.chimefake.failures;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Experimental;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultSelection;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A failure that an operation can meet in production: an error of one layer of the service, or one of the network.
 * {@link OperationFailures} lists them.
 *
 * <pre>{@code
 * for (OperationFailure failure : OperationFailures.of(SEND_CHANNEL_MESSAGE).denials().list()) {
 *     try (Registration injected = failure.inject(chime)) {
 *         assertThatExceptionOfType(failure.exceptionClass()).isThrownBy(() -> chat.post("hello"));
 *     }
 * }
 * }</pre>
 *
 * <p>A failure is injected as a fault, whatever the state of the fake and the policies of the caller, so the journal names a fault as the
 * reason. Immutable; equal if operation, situation, error and placement are.
 *
 * @since 0.1
 */
@Experimental
public interface OperationFailure {
    /** Returns the operation. */
    Operation operation();

    /**
     * Returns the name, which is different for each failure, for example {@code SendChannelMessage: AccessDeniedException 403, no IAM
     * policy allows the action}.
     */
    String name();

    /** Returns what happened in production, for example {@code the temporary credentials have expired}. */
    String situation();

    /** Returns the error; empty if the network failed. */
    Optional<ChimeError> error();

    /** Returns the layer that decides on the error; empty if no check of the request failed, but the service itself or the network. */
    Optional<Layer> layer();

    /** Returns where in the course of calls the failure occurs. */
    FailurePlacement placement();

    /** Returns the evidence that the operation meets this failure. */
    Provenance provenance();

    /** Returns whether this is an authorization failure: an error with status 401 or 403, of the call or of a member of its batch. */
    boolean isDenial();

    /**
     * Returns the class of the exception that the AWS SDK for Java throws: that of the service model, the base class of the service
     * for an error that the model does not have, and {@code SdkClientException} if no response arrives. After a
     * {@linkplain FailurePlacement#RESPONSE_LOST_ONCE response that was lost once}, a client that retries throws no exception.
     *
     * @throws IllegalStateException if the call succeeds, because only a {@linkplain FailurePlacement#BATCH_MEMBER member of its batch}
     *     fails
     * @throws NoClassDefFoundError if the SDK's module of the service is not on the class path
     */
    Class<? extends SdkException> exceptionClass();

    /**
     * Returns what {@code awsErrorDetails().errorCode()} of the exception returns, for example {@code AccessDeniedException}; for a
     * member of a batch, the {@code ErrorCode} that the response reports. Empty if no response arrives.
     */
    Optional<String> errorCode();

    /** Returns the HTTP status of the error response; empty if no response arrives, or only a member of a batch fails. */
    OptionalInt statusCode();

    /**
     * Returns the effect of the failure on a call, for a sentence of {@code chime.faults()} that selects the calls itself. Of
     * {@link FailurePlacement#FROM_HERE_ON}, it is the effect on each call that the sentence selects. Of
     * {@link FailurePlacement#BATCH_MEMBER}, it fails the first member of the request.
     */
    FaultEffect effect();

    /**
     * Injects the failure: registers a fault that applies to every call of the operation, until it is closed.
     *
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    default Registration inject(ChimeMessagingServer chime) {
        return inject(chime.faults());
    }

    /**
     * Injects the failure into some calls of the operation: {@code failure.inject(chime.faults().by(bob).nthCall(3))}.
     *
     * @param calls which calls fail; its operations are replaced by {@link #operation()}. For {@link FailurePlacement#FROM_HERE_ON}, it
     *     may name the first one that fails, by {@code nthCall} or {@code fromCall}, but no other number of calls and no {@code after}
     * @throws IllegalArgumentException if no call can match: a user or a channel is selected, and the operation has none; or if the calls
     *     do not fit {@link FailurePlacement#FROM_HERE_ON}
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration inject(FaultSelection calls);
}
