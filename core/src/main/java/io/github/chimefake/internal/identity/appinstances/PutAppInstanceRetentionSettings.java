package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.PUT_APP_INSTANCE_RETENTION_SETTINGS;

import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Retention;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.ChannelRetentionSettings;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceRetentionSettingsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceRetentionSettingsResponse;

/**
 * Sets how long messages are kept; see {@link Retention}. Documented: settings without days remove the limit. Assumed:
 * so do settings without channel settings; 403 for an unknown app instance.
 */
public final class PutAppInstanceRetentionSettings extends Command<Directory, PutAppInstanceRetentionSettingsRequest> {
    public PutAppInstanceRetentionSettings() {
        super(PUT_APP_INSTANCE_RETENTION_SETTINGS, PutAppInstanceRetentionSettingsRequest.class);
    }

    @Override
    public Outcome<Directory> apply(
            Directory directory, HandlerContext<PutAppInstanceRetentionSettingsRequest> context) {
        PutAppInstanceRetentionSettingsRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        Optional<Integer> days = Optional.ofNullable(
                        request.appInstanceRetentionSettings().channelRetentionSettings())
                .map(ChannelRetentionSettings::retentionDays);
        Retention retention = appInstance.retention().with(days, context.now());
        return new Outcome<>(
                directory.with(appInstance.with(retention)),
                PutAppInstanceRetentionSettingsResponse.builder()
                        .appInstanceRetentionSettings(RetentionViews.settings(retention))
                        .initiateDeletionTimestamp(RetentionViews.initiateDeletion(retention))
                        .build());
    }
}
