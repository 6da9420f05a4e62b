package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.internal.iam.condition.RequestContext;

/**
 * A resource on which an action is checked, and what is known of the request for this resource alone, such as
 * {@code aws:ResourceTag/team}.
 *
 * @param arn the ARN, or {@code *} for an action that has no resource
 * @param context the keys that differ from resource to resource; they take the place of those of the request
 */
public record RequestedResource(String arn, RequestContext context) {

    /** Returns a resource without context keys. */
    public static RequestedResource of(String arn) {
        return new RequestedResource(arn, RequestContext.empty());
    }

    /** Uses the ARN alone, so that comparing resources with different ARNs does not compute a lazy context. */
    @Override
    public int hashCode() {
        return arn.hashCode();
    }
}
