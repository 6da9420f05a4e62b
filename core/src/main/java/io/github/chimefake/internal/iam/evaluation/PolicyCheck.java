package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.internal.iam.condition.RequestContext;

/**
 * An action that policies are evaluated for.
 *
 * @param policies the policies
 * @param action the action, as it was requested
 * @param context the context keys of the request
 */
public record PolicyCheck(PolicySet policies, String action, RequestContext context) {}
