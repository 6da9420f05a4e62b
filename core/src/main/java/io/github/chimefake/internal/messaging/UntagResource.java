package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.UNTAG_RESOURCE;

import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceResponse;

/** Removes tags from a resource. Assumed: keys that are not there do no harm. */
final class UntagResource extends Command<UntagResourceRequest> {
    UntagResource() {
        super(UNTAG_RESOURCE, UntagResourceRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<UntagResourceRequest> invocation) {
        String arn = invocation.request().resourceARN();
        Tags.requireResource(state, arn);
        return new Outcome(
                state.withTags(
                        arn, state.tags(arn).minusAll(invocation.request().tagKeys())),
                UntagResourceResponse.builder().build());
    }
}
