package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.PUT_APP_INSTANCE_RETENTION_SETTINGS;
import static io.github.chimefake.Operation.PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS;
import static io.github.chimefake.Operation.PUT_CHANNEL_EXPIRATION_SETTINGS;

import io.github.chimefake.internal.constraints.LifetimeConstraints;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Trials of {@link LifetimeConstraints}. */
final class LifetimeTrials {
    private LifetimeTrials() {}

    private static final Duration ALMOST_A_DAY = Duration.ofDays(1).minusMillis(1);

    static Stream<Trial> all() {
        return Stream.of(
                Trial.of(
                        LifetimeConstraints.CHANNEL,
                        DESCRIBE_CHANNEL,
                        scene -> {
                            scene.call(PUT_CHANNEL_EXPIRATION_SETTINGS, "ExpirationSettings", aDay());
                            scene.advance(ALMOST_A_DAY);
                            scene.call(DESCRIBE_CHANNEL);
                        },
                        scene -> {
                            scene.advance(Duration.ofMillis(1));
                            scene.call(DESCRIBE_CHANNEL);
                        }),
                Trial.of(
                        LifetimeConstraints.USER,
                        LIST_CHANNELS,
                        scene -> {
                            scene.call(PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS, "ExpirationSettings", aDay());
                            scene.advance(ALMOST_A_DAY);
                            scene.call(LIST_CHANNELS);
                        },
                        scene -> {
                            scene.advance(Duration.ofMillis(1));
                            scene.call(LIST_CHANNELS);
                        }),
                Trial.of(
                        LifetimeConstraints.MESSAGE,
                        GET_CHANNEL_MESSAGE,
                        scene -> getAfter(scene, Duration.ofDays(1)),
                        scene -> getAfter(scene, Duration.ofDays(1).plusMillis(1))),
                Trial.of(
                        LifetimeConstraints.GRACE,
                        GET_CHANNEL_MESSAGE,
                        scene -> getAfterLengthening(scene, Duration.ofDays(30).minusMillis(1)),
                        scene -> getAfterLengthening(scene, Duration.ofDays(30))));
    }

    private static Map<String, Object> aDay() {
        return Map.of("ExpirationDays", 1, "ExpirationCriterion", "CREATED_TIMESTAMP");
    }

    private static void retain(Scene scene, int days) {
        scene.call(
                PUT_APP_INSTANCE_RETENTION_SETTINGS,
                "AppInstanceRetentionSettings",
                Map.of("ChannelRetentionSettings", Map.of("RetentionDays", days)));
    }

    private static void getAfter(Scene scene, Duration age) {
        retain(scene, 1);
        String message = scene.message();
        scene.advance(age);
        scene.call(GET_CHANNEL_MESSAGE, "MessageId", message);
    }

    private static void getAfterLengthening(Scene scene, Duration grace) {
        String message = scene.message();
        retain(scene, 1);
        scene.advance(grace);
        retain(scene, 100);
        scene.call(GET_CHANNEL_MESSAGE, "MessageId", message);
    }
}
