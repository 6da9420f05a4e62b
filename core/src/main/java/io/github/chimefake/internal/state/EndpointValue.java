package io.github.chimefake.internal.state;

import io.github.chimefake.internal.directory.UserEndpoint;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.state.StoredUser;
import java.time.Instant;
import java.util.Optional;

/** A device for push notifications as a value, without its tokens. */
record EndpointValue(
        String id,
        Optional<String> name,
        String type,
        String resourceArn,
        String allowMessages,
        Instant created,
        Instant updated)
        implements StoredUser.PushEndpoint {
    static EndpointValue of(UserEndpoint endpoint) {
        return new EndpointValue(
                endpoint.id(),
                endpoint.name(),
                endpoint.device().type(),
                endpoint.device().resourceArn(),
                endpoint.allowMessages(),
                endpoint.created(),
                endpoint.updated());
    }

    static JsonObject json(StoredUser.PushEndpoint endpoint) {
        return new JsonMembers()
                .text("id", endpoint.id())
                .text("name", endpoint.name())
                .text("type", endpoint.type())
                .text("resourceArn", endpoint.resourceArn())
                .text("allowMessages", endpoint.allowMessages())
                .instant("created", endpoint.created())
                .instant("updated", endpoint.updated())
                .toObject();
    }
}
