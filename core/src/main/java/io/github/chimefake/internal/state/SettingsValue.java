package io.github.chimefake.internal.state;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.directory.IdentitySettings;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.messaging.state.MessagingSettings;
import io.github.chimefake.internal.messaging.state.RoleOverrides;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.state.ChimeState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings of both services as a value. */
record SettingsValue(
        boolean openDirectory,
        Duration newUsersValidAfter,
        boolean repeatedCreationFails,
        Map<Quota, Integer> quotas,
        Map<Operation, Map<ChannelRole, Boolean>> roles,
        Optional<String> messagingSessionEndpoint)
        implements ChimeState.ServiceSettings {
    static SettingsValue of(Contents contents) {
        MessagingSettings messaging = contents.state().settings();
        IdentitySettings identity = contents.state().directory().settings();
        return new SettingsValue(
                messaging.openDirectory(),
                identity.newUsersValidAfter(),
                identity.repeatedCreationFails(),
                Sorted.map(identity.quotas().changed()),
                roles(messaging.roles()),
                messaging.messagingSessionEndpoint());
    }

    private static Map<Operation, Map<ChannelRole, Boolean>> roles(RoleOverrides overrides) {
        Map<Operation, Map<ChannelRole, Boolean>> byOperation = new TreeMap<>();
        overrides
                .cells()
                .forEach((cell, allowed) -> byOperation
                        .computeIfAbsent(cell.operation(), operation -> new TreeMap<>())
                        .put(cell.role(), allowed));
        byOperation.replaceAll((operation, byRole) -> Sorted.map(byRole));
        return Sorted.map(byOperation);
    }

    JsonObject json() {
        return new JsonMembers()
                .flag("openDirectory", openDirectory)
                .text(
                        "newUsersValidAfter",
                        Optional.of(newUsersValidAfter)
                                .filter(delay -> !delay.isZero())
                                .map(Duration::toString))
                .flag("repeatedCreationFails", repeatedCreationFails)
                .map("quotas", byName(quotas), limit -> JsonNumber.of(limit))
                .map("roles", byName(roles), SettingsValue::json)
                .text("messagingSessionEndpoint", messagingSessionEndpoint)
                .toObject();
    }

    private static JsonObject json(Map<ChannelRole, Boolean> byRole) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        byRole.forEach((role, allowed) -> members.put(role.name(), new JsonBoolean(allowed)));
        return new JsonObject(members);
    }

    private static <V> Map<String, V> byName(Map<? extends Enum<?>, V> values) {
        Map<String, V> named = new LinkedHashMap<>();
        values.forEach((key, value) -> named.put(key.name(), value));
        return named;
    }
}
