package io.github.chimefake.failures;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Experimental;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.failures.FailureTable;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The failures that operations can meet in production. {@code docs/failures.md} shows them with their evidence.
 *
 * <pre>{@code
 * OperationFailures.of(SEND_CHANNEL_MESSAGE).denials().list()
 * OperationFailures.of(LIST_CHANNELS).layers(RATE_LIMIT).list()
 * OperationFailures.of(UPDATE_CHANNEL).placements(RESPONSE_LOST, RESPONSE_LOST_ONCE).list()
 * }</pre>
 *
 * <p>Immutable: each step returns other failures, in the same order.
 *
 * @since 0.1
 */
@Experimental
@CheckReturnValue
public final class OperationFailures {
    private final List<OperationFailure> failures;

    private OperationFailures(Stream<OperationFailure> failures) {
        this.failures = failures.toList();
    }

    /**
     * Returns all failures of these operations: first by operation, then by layer, in the order in which a request meets the layers.
     */
    public static OperationFailures of(Operation first, Operation... more) {
        return new OperationFailures(Stream.concat(Stream.of(first), Stream.of(more))
                .distinct()
                .flatMap(operation -> FailureTable.failures(operation).stream()));
    }

    /** Returns the authorization failures only: errors with status 401 or 403. */
    public OperationFailures denials() {
        return only(OperationFailure::isDenial);
    }

    /** Returns the failures with these errors only. */
    public OperationFailures errors(ChimeError first, ChimeError... more) {
        EnumSet<ChimeError> errors = EnumSet.of(first, more);
        return only(failure -> failure.error().filter(errors::contains).isPresent());
    }

    /** Returns the failures that these layers decide on only. */
    public OperationFailures layers(Layer first, Layer... more) {
        EnumSet<Layer> layers = EnumSet.of(first, more);
        return only(failure -> failure.layer().filter(layers::contains).isPresent());
    }

    /** Returns the failures with these placements only. */
    public OperationFailures placements(FailurePlacement first, FailurePlacement... more) {
        EnumSet<FailurePlacement> placements = EnumSet.of(first, more);
        return only(failure -> placements.contains(failure.placement()));
    }

    private OperationFailures only(Predicate<OperationFailure> condition) {
        return new OperationFailures(failures.stream().filter(condition));
    }

    /** Returns the failures; an immutable list, which may be empty. */
    public List<OperationFailure> list() {
        return failures;
    }

    /** Returns the failures, for any other condition. */
    public Stream<OperationFailure> stream() {
        return failures.stream();
    }

    /** Returns the names of the failures. */
    @Override
    public String toString() {
        return failures.toString();
    }
}
