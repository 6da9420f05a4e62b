package io.github.chimefake.internal.messaging;

import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;

/**
 * What a {@link Command} makes.
 *
 * @param state the state after it
 * @param response the answer
 * @param waiting a message that now waits for a processor
 */
record Outcome(State state, ChimeSdkMessagingResponse response, Optional<FlowProcessing.Waiting> waiting) {

    Outcome(State state, ChimeSdkMessagingResponse response) {
        this(state, response, Optional.empty());
    }
}
