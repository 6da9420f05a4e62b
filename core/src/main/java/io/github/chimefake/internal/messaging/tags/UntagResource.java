package io.github.chimefake.internal.messaging.tags;

import static io.github.chimefake.Operation.UNTAG_RESOURCE;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceResponse;

/** Removes tags from a resource. Assumed: absent keys are ignored. */
public final class UntagResource extends Command<State, UntagResourceRequest> {
    public UntagResource() {
        super(UNTAG_RESOURCE, UntagResourceRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<UntagResourceRequest> context) {
        Arn arn = context.arn(context.request().resourceARN());
        Tags.requireResource(state, arn);
        return new Outcome<>(
                state.withTags(arn, state.tags(arn).minusAll(context.request().tagKeys())),
                UntagResourceResponse.builder().build());
    }
}
