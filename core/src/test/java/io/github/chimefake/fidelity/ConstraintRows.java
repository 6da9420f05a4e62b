package io.github.chimefake.fidelity;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.DocumentedConstraints;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The constraints outside the service models as rows. Quotas are not among them, because they have rows already. */
final class ConstraintRows {
    private ConstraintRows() {}

    static Stream<FidelityRow> of(String section, CodeStatements code) {
        Map<DocumentedConstraint, ConstraintConstant> constants =
                ConstraintConstant.all().collect(toMap(ConstraintConstant::value, Function.identity()));
        return DocumentedConstraints.all()
                .filter(constants::containsKey)
                .map(constants::get)
                .map(constant -> row(section, constant, code));
    }

    private static FidelityRow row(String section, ConstraintConstant constant, CodeStatements code) {
        DocumentedConstraint constraint = constant.value();
        ChimeError error = constraint.error();
        return new FidelityRow(
                constant.id(),
                section,
                constraint.rule(),
                "else " + error.status() + " `" + error.errorType() + "`: " + constraint.members() + " of "
                        + constraint.operations().stream()
                                .map(Operation::awsName)
                                .collect(joining(", ")),
                EnumSet.of(constraint.provenance(), constraint.errorProvenance()),
                constraint.provenance() == constraint.errorProvenance() ? "" : marks(constraint),
                constraint.source(),
                Stream.concat(
                                Stream.of(CodeStatements.place(constant.owner())),
                                code.usesOf(constant.owner(), constant.name()))
                        .toList());
    }

    /** Returns the evidence for the rule, and that for the error if it differs. */
    static String marks(DocumentedConstraint constraint) {
        String rule = FidelityRow.text(constraint.provenance());
        String error = FidelityRow.text(constraint.errorProvenance());
        return rule.equals(error) ? rule : rule + "; the error " + error;
    }
}
