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

    /** A resource of which nothing more is known. */
    public static RequestedResource of(String arn) {
        return new RequestedResource(arn, RequestContext.empty());
    }

    /** Of the ARN alone, as few resources share one: so that nothing of a lazy context is found out to tell resources apart. */
    @Override
    public int hashCode() {
        return arn.hashCode();
    }
}
