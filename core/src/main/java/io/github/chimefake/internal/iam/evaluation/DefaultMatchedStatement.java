package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.policy.Effect;
import io.github.chimefake.internal.iam.policy.PolicyKindNames;
import io.github.chimefake.internal.iam.policy.Statement;
import java.util.Optional;

/**
 * A statement that applies to a request.
 *
 * @param kind the policy's kind
 * @param policyName the policy's name
 * @param index the statement's place in its policy, from 0
 * @param sid the statement's id
 * @param isDeny whether it denies
 */
public record DefaultMatchedStatement(
        PolicyKind kind, String policyName, int index, Optional<String> sid, boolean isDeny)
        implements MatchedStatement {

    /** Returns a statement of a policy of this kind. */
    public static DefaultMatchedStatement of(PolicyKind kind, String policyName, int index, Statement statement) {
        return new DefaultMatchedStatement(kind, policyName, index, statement.sid(), statement.effect() == Effect.DENY);
    }

    /** Returns for example {@code statement 0 ("Send") of policy "backend"}. */
    @Override
    public String toString() {
        return "statement " + index + sid.map(id -> " (\"" + id + "\")").orElse("") + " of "
                + PolicyKindNames.of(kind).noun() + " \"" + policyName + "\"";
    }
}
