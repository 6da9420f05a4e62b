package io.github.chimefake.internal.constraints;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One constraint that stands outside the service models: a row of {@code docs/constraints.md}.
 *
 * @param rule what is valid, as one sentence in Markdown
 * @param members the members of the requests that it is about
 * @param operations the operations that fail if it is broken
 * @param error the error that they fail with
 * @param provenance what the rule rests on
 * @param errorProvenance what the error rests on
 * @param source the page that states the rule, or the reason for an assumed one
 */
public record DocumentedConstraint(
        String rule,
        String members,
        Set<Operation> operations,
        ChimeError error,
        Provenance provenance,
        Provenance errorProvenance,
        String source) {

    public DocumentedConstraint {
        operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
    }

    /** Creates a constraint that a page of AWS states, with an error that no page names. */
    static DocumentedConstraint documented(
            String rule, String members, Set<Operation> operations, ChimeError error, String source) {
        return new DocumentedConstraint(
                rule, members, operations, error, Provenance.DOCUMENTED, Provenance.ASSUMED, source);
    }

    /** Creates a constraint that no page states. */
    static DocumentedConstraint assumed(
            String rule, String members, Set<Operation> operations, ChimeError error, String reason) {
        return new DocumentedConstraint(
                rule, members, operations, error, Provenance.ASSUMED, Provenance.ASSUMED, reason);
    }

    /** Returns this constraint, with an error that rests on something better than an assumption. */
    DocumentedConstraint withError(Provenance known) {
        return new DocumentedConstraint(rule, members, operations, error, provenance, known, source);
    }

    /**
     * Returns the exception for a request that breaks this constraint.
     *
     * @param explanation what was received, what is valid and what to do
     */
    public ServiceErrorException broken(String explanation) {
        return broken(error.defaultMessage(), explanation);
    }

    /** Returns the exception with a message that is known from the service. */
    public ServiceErrorException broken(String message, String explanation) {
        return new ServiceError(layer(), error, message, explanation, errorProvenance).asException();
    }

    /** Returns what checks the constraint: a request that breaks it is not valid, or does not fit what exists. */
    private Layer layer() {
        return error == ChimeError.BAD_REQUEST ? Layer.VALIDATION : Layer.STATE;
    }

    /**
     * Checks a condition of this constraint.
     *
     * @throws ServiceErrorException if it does not hold
     */
    public void require(boolean condition, String explanation) {
        if (!condition) {
            throw broken(explanation);
        }
    }
}
