package io.github.chimefake.internal.state;

import io.github.chimefake.internal.access.callers.IssuedKey;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.state.StoredCaller;
import io.github.chimefake.state.StoredCaller.AccessKeyStatus;
import java.time.Instant;
import java.util.Optional;

/** An access key as a value, without its secret. */
record AccessKeyValue(String id, AccessKeyStatus status, Optional<Instant> issued, Optional<Instant> expiration)
        implements StoredCaller.StoredAccessKey {
    static AccessKeyValue of(IssuedKey key) {
        return new AccessKeyValue(
                key.caller().accessKeyId(),
                AccessKeyStatus.valueOf(key.status()),
                key.caller().issued(),
                key.caller().expiration());
    }

    static JsonObject json(StoredCaller.StoredAccessKey key) {
        return new JsonMembers()
                .text("id", key.id())
                .text("status", key.status().name())
                .instant("issued", key.issued())
                .instant("expiration", key.expiration())
                .toObject();
    }
}
