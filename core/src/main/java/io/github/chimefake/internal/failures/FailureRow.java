package io.github.chimefake.internal.failures;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.failures.FailurePlacement;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the table: one failure, and the operations that meet it.
 *
 * @param id identifies the failure. Rows with the same id are the same failure of other operations, with other evidence
 * @param error the error; empty for a failure of the network
 * @param layer the layer that decides on the error; empty if the service itself or the network fails
 * @param provenance the evidence that these operations meet the failure
 * @param situation what happened in production
 * @param message the message of the error, with placeholders that the effect replaces
 */
record FailureRow(
        String id,
        Optional<ChimeError> error,
        Optional<Layer> layer,
        Set<FailurePlacement> placements,
        Provenance provenance,
        String situation,
        String message,
        Set<Operation> operations) {
    FailureRow {
        placements = Collections.unmodifiableSet(EnumSet.copyOf(placements));
    }

    /** Returns a row for an error with its default message, which the given operations meet before they are executed. */
    static FailureRow error(
            String id,
            ChimeError error,
            Layer layer,
            Provenance provenance,
            Set<Operation> operations,
            String situation) {
        return new FailureRow(
                id,
                Optional.of(error),
                Optional.of(layer),
                Set.of(FailurePlacement.BEFORE_EXECUTION),
                provenance,
                situation,
                error.defaultMessage(),
                operations);
    }

    /** Returns a row for an error of the service itself. */
    static FailureRow outage(
            String id, ChimeError error, Provenance provenance, Set<Operation> operations, String situation) {
        return new FailureRow(
                id,
                Optional.of(error),
                Optional.empty(),
                Set.of(FailurePlacement.BEFORE_EXECUTION),
                provenance,
                situation,
                error.defaultMessage(),
                operations);
    }

    /** Returns a row for a failure of the network. */
    static FailureRow network(
            String id,
            FailurePlacement placement,
            Provenance provenance,
            Collection<Operation> operations,
            String situation) {
        return new FailureRow(
                id,
                Optional.empty(),
                Optional.empty(),
                Set.of(placement),
                provenance,
                situation,
                "",
                Set.copyOf(operations));
    }

    /** Returns the row with another message. */
    FailureRow saying(String text) {
        return new FailureRow(id, error, layer, placements, provenance, situation, text, operations);
    }

    /** Returns the row of a failure that lasts, so that later calls meet it, too. */
    FailureRow lasting() {
        return placed(FailurePlacement.BEFORE_EXECUTION, FailurePlacement.FROM_HERE_ON);
    }

    /** Returns the row of a failure that a single member of a batch meets. */
    FailureRow ofOneMember() {
        return placed(FailurePlacement.BATCH_MEMBER);
    }

    private FailureRow placed(FailurePlacement first, FailurePlacement... more) {
        return new FailureRow(id, error, layer, EnumSet.of(first, more), provenance, situation, message, operations);
    }
}
