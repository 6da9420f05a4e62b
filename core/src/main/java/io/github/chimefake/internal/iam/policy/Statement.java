package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.internal.iam.condition.Condition;
import io.github.chimefake.internal.iam.condition.EvaluationContext;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a policy.
 *
 * @param sid the statement's id
 * @param effect what it does with the requests that it applies to
 * @param action {@code Action} or {@code NotAction}
 * @param resource {@code Resource} or {@code NotResource}
 * @param conditions what must hold besides, all of it
 */
public record Statement(
        Optional<String> sid,
        Effect effect,
        StatementElement action,
        StatementElement resource,
        List<Condition> conditions) {

    public Statement {
        conditions = List.copyOf(conditions);
    }

    /** Whether the statement means this action, which is to be in lower case. */
    public boolean meansAction(String foldedAction) {
        return action.matches(foldedAction, EvaluationContext.EMPTY);
    }

    /** Whether the statement, given that it means the action, applies to the request on this resource. */
    public boolean appliesTo(String requestedResource, EvaluationContext context) {
        return resource.matches(requestedResource, context) && conditionsAreMet(context);
    }

    private boolean conditionsAreMet(EvaluationContext context) {
        for (Condition condition : conditions) {
            if (!condition.isMet(context)) {
                return false;
            }
        }
        return true;
    }
}
