package io.github.chimefake.internal.sweep;

import io.github.chimefake.Operation;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.sweep.SweepSettings;
import java.util.List;
import java.util.stream.Stream;

/** The failures that settings select for an operation: some of those that it can meet, further errors, and own failures. */
final class SelectedFailures {
    private SelectedFailures() {}

    static List<OperationFailure> of(Operation operation, SweepSettings settings) {
        Stream<OperationFailure> further =
                OperationFailures.of(operation).placements(FailurePlacement.BEFORE_EXECUTION).stream()
                        .filter(failure -> failure.error()
                                .filter(settings.furtherErrors()::contains)
                                .isPresent());
        Stream<OperationFailure> own =
                settings.ownFailures().stream().filter(failure -> failure.operation() == operation);
        return Stream.of(ofTable(operation, settings), further, own)
                .flatMap(failures -> failures)
                .distinct()
                .toList();
    }

    private static Stream<OperationFailure> ofTable(Operation operation, SweepSettings settings) {
        return settings.failures()
                .map(condition -> OperationFailures.of(operation).stream().filter(condition))
                .orElseGet(() -> SweptFailures.defaults(operation).stream());
    }
}
