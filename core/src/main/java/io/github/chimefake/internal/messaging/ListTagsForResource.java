package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.LIST_TAGS_FOR_RESOURCE;

import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceResponse;

/** Lists the tags of a resource; no other operation shows them. Assumed: in the order of their keys. */
final class ListTagsForResource extends Query<ListTagsForResourceRequest> {
    ListTagsForResource() {
        super(LIST_TAGS_FOR_RESOURCE, ListTagsForResourceRequest.class);
    }

    @Override
    ListTagsForResourceResponse answer(State state, Invocation<ListTagsForResourceRequest> invocation) {
        String arn = invocation.request().resourceARN();
        Tags.requireResource(state, arn);
        return ListTagsForResourceResponse.builder()
                .tags(Tags.view(state.tags(arn)))
                .build();
    }
}
