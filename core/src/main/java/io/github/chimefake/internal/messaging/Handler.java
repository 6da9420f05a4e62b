package io.github.chimefake.internal.messaging;

import io.github.chimefake.Operation;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;

/**
 * One operation: its rules and what they rest on. Handlers are pure: they hold nothing, and refuse by throwing.
 *
 * <p>An interface, so that {@link Handlers} can name them all without the JVM's verifier loading them all.
 *
 * @param <R> the SDK's class for the request
 */
sealed interface Handler<R extends ChimeSdkMessagingRequest> permits Query, Command {
    Operation operation();

    Class<R> requestType();
}
