package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.GET_APP_INSTANCE_RETENTION_SETTINGS;

import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Retention;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.GetAppInstanceRetentionSettingsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.GetAppInstanceRetentionSettingsResponse;

/** Returns how long messages are kept. Assumed: 403 for an unknown app instance. */
public final class GetAppInstanceRetentionSettings extends Query<Directory, GetAppInstanceRetentionSettingsRequest> {
    public GetAppInstanceRetentionSettings() {
        super(GET_APP_INSTANCE_RETENTION_SETTINGS, GetAppInstanceRetentionSettingsRequest.class);
    }

    @Override
    public GetAppInstanceRetentionSettingsResponse respond(
            Directory directory, HandlerContext<GetAppInstanceRetentionSettingsRequest> context) {
        Retention retention = AppInstances.require(
                        directory, context.arn(context.request().appInstanceArn()))
                .retention();
        return GetAppInstanceRetentionSettingsResponse.builder()
                .appInstanceRetentionSettings(RetentionViews.settings(retention))
                .initiateDeletionTimestamp(RetentionViews.initiateDeletion(retention))
                .build();
    }
}
