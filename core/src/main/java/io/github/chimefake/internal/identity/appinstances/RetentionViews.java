package io.github.chimefake.internal.identity.appinstances;

import io.github.chimefake.internal.directory.Retention;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceRetentionSettings;
import software.amazon.awssdk.services.chimesdkidentity.model.ChannelRetentionSettings;

/** Retention in the SDK's own shapes. */
final class RetentionViews {
    private RetentionViews() {}

    /** Documented: an empty member is what switches retention off. Assumed: so it is answered where it is off. */
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
