package io.github.chimefake.internal.messaging.tags;

import static io.github.chimefake.Operation.TAG_RESOURCE;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceResponse;

/** Tags a resource. Documented: the value of an existing key is replaced; at most 50 tags. */
public final class TagResource extends Command<State, TagResourceRequest> {
    public TagResource() {
        super(TAG_RESOURCE, TagResourceRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<TagResourceRequest> context) {
        Arn arn = context.arn(context.request().resourceARN());
        Tags.requireResource(state, arn);
        TreePMap<String, String> tags =
                Tags.plus(state.tags(arn), context.request().tags());
        Tags.requireAllowedNumber(arn, tags);
        return new Outcome<>(
                state.withTags(arn, tags), TagResourceResponse.builder().build());
    }
}
