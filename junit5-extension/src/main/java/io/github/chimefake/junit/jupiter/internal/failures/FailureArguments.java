package io.github.chimefake.junit.jupiter.internal.failures;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.Operation;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;

/** The arguments that an annotation selects. */
final class FailureArguments {
    private FailureArguments() {}

    /**
     * Returns one argument for each failure that is selected.
     *
     * @param annotation as it was received, for example {@code @FailureSource}
     * @param kind the kind of failures for messages, for example {@code authorization failure}
     * @param kinds selects this kind
     * @param members the other members of the annotation, which select from it
     * @throws ExtensionConfigurationException if none is selected
     */
    static Stream<Arguments> select(
            String annotation,
            ExtensionContext context,
            List<Operation> operations,
            String kind,
            Predicate<OperationFailure> kinds,
            List<Member<?>> members) {
        String where =
                annotation + " on " + context.getElement().map(Object::toString).orElseGet(context::getDisplayName);
        if (operations.isEmpty()) {
            throw new ExtensionConfigurationException(where + " names no operation. Name at least one, for example "
                    + annotation + "(SEND_CHANNEL_MESSAGE)");
        }
        List<OperationFailure> candidates =
                OperationFailures.of(
                                operations.get(0),
                                operations.subList(1, operations.size()).toArray(Operation[]::new))
                        .stream()
                        .filter(kinds)
                        .toList();
        List<OperationFailure> selected = candidates.stream()
                .filter(failure -> members.stream().allMatch(member -> member.selects(failure)))
                .toList();
        if (selected.isEmpty()) {
            throw new ExtensionConfigurationException(where + " selects no failure: no " + kind + " of " + operations
                    + " has "
                    + members.stream()
                            .filter(Member::isRestricted)
                            .map(Member::toString)
                            .collect(joining(" and "))
                    + ". They have "
                    + members.stream().map(member -> member.valid(candidates)).collect(joining(", "))
                    + ". Use some of these, or other operations");
        }
        return selected.stream().map(Arguments::of);
    }

    static Member<FailurePlacement> placements(FailurePlacement... placements) {
        return new Member<>("placements", List.of(placements), failure -> Optional.of(failure.placement()));
    }

    /**
     * A member of an annotation.
     *
     * @param values the values that are selected; empty for any
     * @param value returns the value of a failure
     */
    record Member<T extends Enum<T>>(String name, List<T> values, Function<OperationFailure, Optional<T>> value) {
        boolean isRestricted() {
            return !values.isEmpty();
        }

        boolean selects(OperationFailure failure) {
            return values.isEmpty()
                    || value.apply(failure).filter(values::contains).isPresent();
        }

        String valid(List<OperationFailure> candidates) {
            return name + " = "
                    + candidates.stream()
                            .flatMap(failure -> value.apply(failure).stream())
                            .distinct()
                            .sorted()
                            .toList();
        }

        @Override
        public String toString() {
            return name + " = " + values;
        }
    }
}
