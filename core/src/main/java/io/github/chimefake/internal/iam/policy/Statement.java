package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.internal.iam.condition.Condition;
import io.github.chimefake.internal.iam.condition.EvaluationContext;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a policy.
 *
 * @param sid the statement's id
 * @param effect whether it allows or denies the requests that it applies to
 * @param action {@code Action} or {@code NotAction}
 * @param resource {@code Resource} or {@code NotResource}
 * @param conditions the conditions, all of which must be met
 * @param emptyConditions the objects of the element {@code Condition} that are empty, for example {@code Condition.Bool}
 */
public record Statement(
        Optional<String> sid,
        Effect effect,
        StatementElement action,
        StatementElement resource,
        List<Condition> conditions,
        List<String> emptyConditions) {

    public Statement {
        conditions = List.copyOf(conditions);
        emptyConditions = List.copyOf(emptyConditions);
    }

    /** Returns whether the action matches, which must be in lower case. */
    public boolean matchesAction(String foldedAction) {
        return action.matches(foldedAction, EvaluationContext.EMPTY);
    }

    /** Returns whether the resource matches and the conditions are met. The action must be checked before. */
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
