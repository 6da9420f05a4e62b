package io.github.chimefake.internal.failures;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.Registration;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultEffects;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.internal.faults.LastingFaults;
import io.github.chimefake.internal.faults.effects.ProductionEffects;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** A failure of the table, of one operation. */
record TableFailure(Operation operation, FailureRow row, FailurePlacement placement) implements OperationFailure {
    /** More than the 30 seconds for which the SDK's HTTP clients wait by default. */
    private static final Duration DELAY = Duration.ofMinutes(1);

    @Override
    public String name() {
        return operation
                + (placement == FailurePlacement.FROM_HERE_ON ? " and later calls: " : ": ")
                + what()
                + row.situation();
    }

    private String what() {
        return row.error()
                .map(error -> isOfOneMember()
                        ? error.code().orElseThrow() + " for one member of the batch, "
                        : error.errorType() + " " + error.status() + ", ")
                .orElse("");
    }

    private boolean isOfOneMember() {
        return placement == FailurePlacement.BATCH_MEMBER;
    }

    @Override
    public String situation() {
        return row.situation();
    }

    @Override
    public Optional<ChimeError> error() {
        return row.error();
    }

    @Override
    public Optional<Layer> layer() {
        return row.layer();
    }

    @Override
    public Provenance provenance() {
        return row.provenance();
    }

    @Override
    public boolean isDenial() {
        return row.error().filter(ChimeError::isDenial).isPresent();
    }

    @Override
    public Class<? extends SdkException> exceptionClass() {
        if (isOfOneMember()) {
            throw new IllegalStateException(
                    "\"" + name() + "\" throws no exception: the call succeeds, and the response"
                            + " reports the member. Check errors() of the response, or use the failures with another placement"
                            + " than BATCH_MEMBER");
        }
        return row.error()
                .<Class<? extends SdkException>>map(error -> SdkExceptions.of(operation.service(), error))
                .orElse(SdkClientException.class);
    }

    @Override
    public Optional<String> errorCode() {
        return row.error().map(error -> isOfOneMember() ? error.code().orElseThrow() : error.errorType());
    }

    @Override
    public OptionalInt statusCode() {
        return row.error().isPresent() && !isOfOneMember()
                ? OptionalInt.of(row.error().get().status())
                : OptionalInt.empty();
    }

    @Override
    public FaultEffect effect() {
        return switch (placement) {
            case BEFORE_EXECUTION, FROM_HERE_ON ->
                row.error()
                        .map(error -> ProductionEffects.error(error, row.message(), row.situation()))
                        .orElseGet(FaultEffects::lostRequest);
            case BATCH_MEMBER -> ProductionEffects.firstMember(row.error().orElseThrow(), row.message());
            case RESPONSE_LOST -> FaultEffects.lostResponse();
            case RESPONSE_LOST_ONCE -> ProductionEffects.firstAttempt(FaultEffects.lostResponse());
            case RESPONSE_DELAYED -> FaultEffects.delay(DELAY);
        };
    }

    @CanIgnoreReturnValue
    @Override
    public Registration inject(FaultSelection calls) {
        FaultSelection selected = calls.on(operation);
        return placement == FailurePlacement.FROM_HERE_ON
                ? LastingFaults.inject(selected, operation, FailureTable.operations(row.id()), effect())
                : selected.inject(effect());
    }

    @Override
    public String toString() {
        return name();
    }
}
