package io.github.chimefake.internal.state;

import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.Retention;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.state.StoredAppInstance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

/** An app instance as a value. */
record AppInstanceValue(
        String arn,
        String name,
        Optional<String> metadata,
        Instant created,
        Instant updated,
        Optional<Integer> retentionDays,
        Optional<Instant> retentionDeletionStart,
        Optional<Instant> messagesDeletedBefore,
        List<StreamingConfiguration> streamingConfigurations,
        Map<String, String> tags)
        implements StoredAppInstance {
    static AppInstanceValue of(Contents contents, AppInstance appInstance) {
        Retention retention = appInstance.retention();
        return new AppInstanceValue(
                appInstance.arn().text(),
                appInstance.profile().name(),
                appInstance.profile().metadata(),
                appInstance.profile().created(),
                appInstance.profile().updated(),
                retention.period().map(Retention.Period::days),
                retention.period().map(Retention.Period::deletionStart),
                Optional.of(retention.deletedBefore()).filter(before -> before.isAfter(Instant.MIN)),
                contents.state().messagingOf(appInstance.arn()).streaming(),
                contents.tags(appInstance.arn()));
    }

    JsonObject json() {
        return new JsonMembers()
                .text("arn", arn)
                .text("name", name)
                .text("metadata", metadata)
                .instant("created", created)
                .instant("updated", updated)
                .number("retentionDays", retentionDays)
                .instant("retentionDeletionStart", retentionDeletionStart)
                .instant("messagesDeletedBefore", messagesDeletedBefore)
                .sdk("streamingConfigurations", streamingConfigurations)
                .map("tags", tags, JsonString::new)
                .toObject();
    }

    @Override
    public String toString() {
        return name + " (" + arn + ")";
    }
}
