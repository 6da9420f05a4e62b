package io.github.chimefake.internal.identity.appinstances;

import io.github.chimefake.internal.directory.Retention;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceRetentionSettings;
import software.amazon.awssdk.services.chimesdkidentity.model.ChannelRetentionSettings;

/** Converts retention settings to the SDK's classes. */
final class RetentionViews {
    private RetentionViews() {}

    /**
     * Converts the settings. Documented: a request without days removes the limit. Assumed: a response has the same
     * form if there is no limit.
     */
    static AppInstanceRetentionSettings settings(Retention retention) {
        return AppInstanceRetentionSettings.builder()
                .channelRetentionSettings(ChannelRetentionSettings.builder()
                        .retentionDays(
                                retention.period().map(Retention.Period::days).orElse(null))
                        .build())
                .build();
    }

    static @Nullable Instant initiateDeletion(Retention retention) {
        return retention.period().map(Retention.Period::deletionStart).orElse(null);
    }
}
