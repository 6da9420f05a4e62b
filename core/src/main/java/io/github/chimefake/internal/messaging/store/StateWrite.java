package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.events.EmittedEvent;
import io.github.chimefake.internal.messaging.state.State;
import java.util.List;

/**
 * A write of the service, by a call or by itself.
 *
 * @param before the state before it
 * @param after the state after it
 * @param events the events that it emitted to users
 */
public record StateWrite(State before, State after, List<EmittedEvent> events) {}
