package io.github.chimefake.messaging;

import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;

/** What a {@link Command} makes: the state after it, and the answer. */
record Outcome(State state, ChimeSdkMessagingResponse response) {}
