package io.github.chimefake.constraints;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import java.util.function.Consumer;

/**
 * A constraint tried with one operation.
 *
 * @param name what tells it from other trials of the constraint with the operation; may be empty
 * @param at sends requests at the bound, which are accepted
 * @param over then sends one over it as the last, which fails
 */
record Trial(
        DocumentedConstraint constraint, Operation operation, String name, Consumer<Scene> at, Consumer<Scene> over) {

    static Trial of(DocumentedConstraint constraint, Operation operation, Consumer<Scene> at, Consumer<Scene> over) {
        return new Trial(constraint, operation, "", at, over);
    }

    /** A trial whose requests differ in these members only, given as names and values in turn. */
    static Trial of(DocumentedConstraint constraint, Operation operation, Object[] at, Object[] over) {
        return of(constraint, operation, scene -> scene.call(operation, at), scene -> scene.call(operation, over));
    }

    static Object[] with(Object... namesAndValues) {
        return namesAndValues;
    }

    Trial named(String variant) {
        return new Trial(constraint, operation, variant, at, over);
    }

    @Override
    public String toString() {
        return operation + ": " + constraint.rule() + (name.isEmpty() ? "" : " (" + name + ")");
    }
}
