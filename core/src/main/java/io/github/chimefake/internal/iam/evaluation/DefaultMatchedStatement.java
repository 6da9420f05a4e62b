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
 * @param layer the policy's kind and level
 * @param policyName the policy's name
 * @param index the statement's place in its policy, from 0
 * @param sid the statement's id
 * @param isDeny whether it denies
 */
public record DefaultMatchedStatement(
        PolicyLayer layer, String policyName, int index, Optional<String> sid, boolean isDeny)
        implements MatchedStatement {

    /** Returns a statement of a policy in this layer. */
    static DefaultMatchedStatement of(PolicyLayer layer, String policyName, int index, Statement statement) {
        return new DefaultMatchedStatement(
                layer, policyName, index, statement.sid(), statement.effect() == Effect.DENY);
    }

    /** Returns a statement of a policy of this kind. */
    public static DefaultMatchedStatement of(PolicyKind kind, String policyName, int index, Statement statement) {
        return of(PolicyLayer.of(kind), policyName, index, statement);
    }

    @Override
    public PolicyKind kind() {
        return layer.kind();
    }

    @Override
    public Optional<String> level() {
        return layer.knownLevel();
    }

    /** Returns for example {@code statement 0 ("Send") of policy "backend"}. */
    @Override
    public String toString() {
        return "statement " + index + sid.map(id -> " (\"" + id + "\")").orElse("") + " of "
                + PolicyKindNames.of(kind()).noun() + " \"" + policyName + "\"" + layer.suffix();
    }
}
