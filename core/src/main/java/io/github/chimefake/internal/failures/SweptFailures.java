package io.github.chimefake.internal.failures;

import io.github.chimefake.Layer;
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

    /**
     * Returns a failure that passes as it is if it does not, for code that repeats a call; empty for one that does not pass. A response
     * that was lost once is lost for each attempt then.
     */
    public static Optional<OperationFailure> repeated(OperationFailure failure) {
        if (!(failure instanceof TableFailure own)) {
            return Optional.empty();
        }
        return switch (own.placement()) {
            case RESPONSE_LOST, BATCH_MEMBER -> Optional.of(new RepeatedFailure(own));
            case RESPONSE_LOST_ONCE ->
                first(own.operation(), FailurePlacement.RESPONSE_LOST, "response-lost")
                        .map(RepeatedFailure::new);
            case BEFORE_EXECUTION -> passes(own) ? Optional.of(new RepeatedFailure(own)) : Optional.empty();
            case FROM_HERE_ON, RESPONSE_DELAYED -> Optional.empty();
        };
    }

    private static boolean passes(TableFailure failure) {
        return failure.layer().filter(layer -> layer == Layer.RATE_LIMIT).isPresent()
                || failure.error().map(error -> error.status() >= 500).orElse(true);
    }

    /** Returns whether the call succeeds, and its response reports a member of a batch that failed. */
    public static boolean isOfBatchMember(OperationFailure failure) {
        return failure.placement() == FailurePlacement.BATCH_MEMBER
                || (failure instanceof RepeatedFailure repeated && isOfBatchMember(repeated.once()));
    }

    /** Returns whether only repetitions of the call meet a failure that lasts. */
    public static boolean isOfRepetitions(OperationFailure failure) {
        return failure instanceof RepeatedFailure;
    }

    /** Returns a short name, for example {@code response lost}. */
    public static String shortName(OperationFailure failure) {
        if (failure instanceof RepeatedFailure repeated) {
            return shortName(repeated.once()) + " from here on";
        }
        if (!(failure instanceof TableFailure own)) {
            return failure.situation(); // Of an own failure, its name.
        }
        return own.row().id().replace('-', ' ')
                + (failure.placement() == FailurePlacement.FROM_HERE_ON ? " from here on" : "");
    }
}
