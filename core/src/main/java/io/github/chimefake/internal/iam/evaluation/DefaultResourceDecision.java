package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.condition.EvaluationContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The decision on one resource.
 *
 * @param check what was checked
 * @param checked the resource, with the context keys that belong to it alone
 * @param matched every statement that applies, whatever its effect, by kind and in the order of the policies
 * @param withoutAllow the layers of policies that would have to allow the request and do not
 */
record DefaultResourceDecision(
        PolicyCheck check, RequestedResource checked, List<MatchedStatement> matched, List<PolicyLayer> withoutAllow)
        implements ResourceDecision {
    DefaultResourceDecision {
        matched = List.copyOf(matched);
        withoutAllow = List.copyOf(withoutAllow);
    }

    @Override
    public String resource() {
        return checked.arn();
    }

    @Override
    public Outcome outcome() {
        for (MatchedStatement statement : matched) {
            if (statement.isDeny()) {
                return Outcome.EXPLICITLY_DENIED;
            }
        }
        return withoutAllow.isEmpty() ? Outcome.ALLOWED : Outcome.IMPLICITLY_DENIED;
    }

    @Override
    public Optional<PolicyKind> deniedBy() {
        return statements(true)
                .map(MatchedStatement::kind)
                .findFirst()
                .or(() -> withoutAllow.stream().map(PolicyLayer::kind).findFirst());
    }

    @Override
    public List<MatchedStatement> deciding() {
        return statements(outcome() == Outcome.EXPLICITLY_DENIED).toList();
    }

    private Stream<MatchedStatement> statements(boolean thatDeny) {
        return matched.stream().filter(statement -> statement.isDeny() == thatDeny);
    }

    /** Returns the context keys for this resource. */
    EvaluationContext context() {
        return new EvaluationContext(check.context(), checked.context());
    }

    @Override
    public String explain() {
        return DecisionExplanation.of(this);
    }

    /** Returns the explanation. */
    @Override
    public String toString() {
        return explain();
    }
}
