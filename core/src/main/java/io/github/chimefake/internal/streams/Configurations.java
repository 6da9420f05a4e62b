package io.github.chimefake.internal.streams;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.store.StateWrite;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

/**
 * What app instances stream, by their configurations before each write. Documented: what happened before a configuration
 * is not streamed later.
 *
 * @param streamArn the stream to which records are limited; empty for all
 */
record Configurations(Optional<String> streamArn) {
    /** Returns whether the write may have records. */
    @SuppressWarnings("ReferenceEquality") // A write keeps the objects of what it does not change.
    boolean concern(StateWrite write) {
        if (write.events().isEmpty()
                && write.before().channels() == write.after().channels()) {
            return false;
        }
        for (AppInstanceMessaging appInstance : write.before().appInstances().values()) {
            if (!appInstance.streaming().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the record is streamed. */
    boolean select(StateWrite write, StreamRecord record) {
        return configurations(write, record.appInstance())
                .anyMatch(configuration -> configuration.dataType() == record.type()
                        && streamArn
                                .filter(arn -> !arn.equals(configuration.resourceArn()))
                                .isEmpty());
    }

    private static Stream<StreamingConfiguration> configurations(StateWrite write, AppInstanceArn appInstance) {
        return write.before().messagingOf(appInstance).streaming().stream();
    }
}
