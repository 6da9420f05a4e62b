package io.github.chimefake.internal.messaging.tags;

import static io.github.chimefake.Operation.LIST_TAGS_FOR_RESOURCE;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceResponse;

/** Lists the tags of a resource; no other operation returns them. Assumed: in the order of their keys. */
public final class ListTagsForResource extends Query<State, ListTagsForResourceRequest> {
    public ListTagsForResource() {
        super(LIST_TAGS_FOR_RESOURCE, ListTagsForResourceRequest.class);
    }

    @Override
    public ListTagsForResourceResponse respond(State state, HandlerContext<ListTagsForResourceRequest> context) {
        Arn arn = context.arn(context.request().resourceARN());
        Tags.requireResource(state, arn);
        return ListTagsForResourceResponse.builder()
                .tags(Tags.view(state.tags(arn)))
                .build();
    }
}
