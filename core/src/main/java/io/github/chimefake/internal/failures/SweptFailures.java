package io.github.chimefake.internal.failures;

import io.github.chimefake.Operation;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The failures that a sweep injects by default: those of the table that code can treat differently. */
public final class SweptFailures {
    private SweptFailures() {}

    /** Returns the failures of an operation. */
    public static List<OperationFailure> defaults(Operation operation) {
        List<OperationFailure> chosen = new ArrayList<>();
        Stream.of(
                        first(operation, FailurePlacement.BEFORE_EXECUTION, "unknown-bearer"),
                        first(
                                operation,
                                FailurePlacement.BEFORE_EXECUTION,
                                "role",
                                "forbidden-resource",
                                "unknown-user",
                                "forbidden"),
                        first(operation, FailurePlacement.BEFORE_EXECUTION, "no-policy-allows"),
                        first(operation, FailurePlacement.BEFORE_EXECUTION, "throttled"),
                        first(operation, FailurePlacement.RESPONSE_LOST, "response-lost"),
                        first(operation, FailurePlacement.RESPONSE_LOST_ONCE, "response-lost-once"),
                        first(operation, FailurePlacement.BATCH_MEMBER, "member-unknown"),
                        first(operation, FailurePlacement.FROM_HERE_ON, "unknown-bearer", "no-policy-allows"))
                .flatMap(Optional::stream)
                .forEach(chosen::add);
        return List.copyOf(chosen);
    }

    private static Optional<OperationFailure> first(Operation operation, FailurePlacement placement, String... ids) {
        return Stream.of(ids)
                .flatMap(id -> FailureTable.rows().stream()
                        .filter(row -> row.id().equals(id)
                                && row.operations().contains(operation)
                                && row.placements().contains(placement)))
                .findFirst()
                .map(row -> new TableFailure(operation, row, placement));
    }

    /** Returns the operations whose later calls fail, too, if a failure lasts. */
    public static Set<Operation> lasting(OperationFailure failure) {
        return failure instanceof TableFailure own
                ? FailureTable.operations(own.row().id())
                : Set.of(failure.operation());
    }

    /** Returns the failure as it lasts, or does not; empty if the table does not have it. */
    public static Optional<OperationFailure> placed(OperationFailure failure, FailurePlacement placement) {
        return failure instanceof TableFailure own && own.row().placements().contains(placement)
                ? Optional.of(new TableFailure(own.operation(), own.row(), placement))
                : Optional.empty();
    }

    /** Returns a short name, for example {@code response lost}. */
    public static String shortName(OperationFailure failure) {
        if (!(failure instanceof TableFailure own)) {
            return failure.situation();
        }
        return own.row().id().replace('-', ' ')
                + (failure.placement() == FailurePlacement.FROM_HERE_ON ? " from here on" : "");
    }
}
