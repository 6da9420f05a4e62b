package io.github.chimefake.internal.state;

import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.state.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user or bot as a value. */
record UserValue(
        String arn,
        String id,
        String name,
        Optional<String> metadata,
        Instant created,
        Instant updated,
        boolean isBot,
        Optional<Instant> adminSince,
        Optional<Instant> validFrom,
        Optional<Integer> expirationDays,
        Optional<LexBot> lexBot,
        List<PushEndpoint> endpoints,
        Map<String, String> tags)
        implements StoredUser {
    static UserValue of(Contents contents, AppInstanceUser user) {
        return new UserValue(
                user.arn().text(),
                user.arn().id(),
                user.name(),
                user.profile().metadata(),
                user.profile().created(),
                user.profile().updated(),
                user.isBot(),
                user.adminSince(),
                user.lifetime().validFrom(),
                user.lifetime().expirationDays(),
                user.configuration().map(LexBotValue::of),
                user.endpoints().values().stream()
                        .<PushEndpoint>map(EndpointValue::of)
                        .toList(),
                contents.tags(user.arn()));
    }

    @Override
    public boolean isAdmin() {
        return adminSince.isPresent();
    }

    JsonObject json() {
        return new JsonMembers()
                .text("arn", arn)
                .text("id", id)
                .text("name", name)
                .text("metadata", metadata)
                .instant("created", created)
                .instant("updated", updated)
                .flag("isBot", isBot)
                .instant("adminSince", adminSince)
                .instant("validFrom", validFrom)
                .number("expirationDays", expirationDays)
                .object("lexBot", lexBot.map(LexBotValue::json).orElse(JsonObject.EMPTY))
                .list("endpoints", endpoints, EndpointValue::json)
                .map("tags", tags, JsonString::new)
                .toObject();
    }

    @Override
    public String toString() {
        return name + " (" + arn + ")";
    }
}
