package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.GET_APP_INSTANCE_RETENTION_SETTINGS;

import software.amazon.awssdk.services.chimesdkidentity.model.GetAppInstanceRetentionSettingsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.GetAppInstanceRetentionSettingsResponse;

/** Tells how long messages are kept. Assumed: 403 for an unknown app instance. */
final class GetAppInstanceRetentionSettings extends Query<GetAppInstanceRetentionSettingsRequest> {
    GetAppInstanceRetentionSettings() {
        super(GET_APP_INSTANCE_RETENTION_SETTINGS, GetAppInstanceRetentionSettingsRequest.class);
    }

    @Override
    GetAppInstanceRetentionSettingsResponse answer(
            Directory directory, Invocation<GetAppInstanceRetentionSettingsRequest> invocation) {
        Retention retention = AppInstances.require(
                        directory, invocation.request().appInstanceArn())
                .retention();
        return GetAppInstanceRetentionSettingsResponse.builder()
                .appInstanceRetentionSettings(RetentionViews.settings(retention))
                .initiateDeletionTimestamp(RetentionViews.initiateDeletion(retention))
                .build();
    }
}
