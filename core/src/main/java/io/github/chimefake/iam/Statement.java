package io.github.chimefake.iam;

import java.util.Optional;

/**
 * A statement of a policy.
 *
 * @param sid the statement's id
 * @param effect what it does with the requests that it applies to
 * @param action {@code Action} or {@code NotAction}
 * @param resource {@code Resource} or {@code NotResource}
 */
public record Statement(Optional<String> sid, Effect effect, StatementElement action, StatementElement resource) {

    /** Whether the statement applies to a request for this action on this resource. */
    boolean appliesTo(String requestedAction, String requestedResource) {
        return action.matches(requestedAction) && resource.matches(requestedResource);
    }
}
