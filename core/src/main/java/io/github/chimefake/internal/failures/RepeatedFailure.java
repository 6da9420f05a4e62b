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
 * A failure that passes, as it is if it does not: a call meets it, and so does each repetition of the call. Only sweeps have it.
 *
 * @param once the failure of one call
 */
record RepeatedFailure(OperationFailure once) implements OperationFailure {
    @Override
    public Operation operation() {
        return once.operation();
    }

    @Override
    public String name() {
        return once.name() + ", and so for each repetition";
    }

    @Override
    public String situation() {
        return once.situation();
    }

    @Override
    public Optional<ChimeError> error() {
        return once.error();
    }

    @Override
    public Optional<Layer> layer() {
        return once.layer();
    }

    @Override
    public FailurePlacement placement() {
        return FailurePlacement.FROM_HERE_ON;
    }

    @Override
    public Provenance provenance() {
        return once.provenance();
    }

    @Override
    public boolean isDenial() {
        return once.isDenial();
    }

    @Override
    public Class<? extends SdkException> exceptionClass() {
        return once.exceptionClass();
    }

    @Override
    public Optional<String> errorCode() {
        return once.errorCode();
    }

    @Override
    public OptionalInt statusCode() {
        return once.statusCode();
    }

    @Override
    public FaultEffect effect() {
        return once.effect();
    }

    @CanIgnoreReturnValue
    @Override
    public Registration inject(FaultSelection calls) {
        return once.inject(calls);
    }

    @Override
    public String toString() {
        return name();
    }
}
