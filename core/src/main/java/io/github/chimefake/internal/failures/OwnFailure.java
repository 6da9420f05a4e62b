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
import io.github.chimefake.faults.FaultSelection;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A failure that a team has made for its sweeps.
 *
 * @param situation its name
 */
public record OwnFailure(Operation operation, String situation, FaultEffect effect) implements OperationFailure {
    @Override
    public String name() {
        return operation + ": " + situation;
    }

    @Override
    public Optional<ChimeError> error() {
        return Optional.empty();
    }

    @Override
    public Optional<Layer> layer() {
        return Optional.empty();
    }

    @Override
    public FailurePlacement placement() {
        return FailurePlacement.BEFORE_EXECUTION;
    }

    @Override
    public Provenance provenance() {
        return Provenance.REQUESTED;
    }

    @Override
    public boolean isDenial() {
        return false;
    }

    @Override
    public Class<? extends SdkException> exceptionClass() {
        return SdkException.class;
    }

    @Override
    public Optional<String> errorCode() {
        return Optional.empty();
    }

    @Override
    public OptionalInt statusCode() {
        return OptionalInt.empty();
    }

    @CanIgnoreReturnValue
    @Override
    public Registration inject(FaultSelection calls) {
        return calls.on(operation).inject(effect);
    }

    @Override
    public String toString() {
        return name();
    }
}
