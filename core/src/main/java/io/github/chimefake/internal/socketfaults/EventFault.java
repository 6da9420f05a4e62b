package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.filter.Schedule;
import java.util.Optional;
import java.util.Set;

/**
 * A fault on events.
 *
 * @param types the types that it selects; empty for all except SESSION_ESTABLISHED, without which there is no session
 * @param words the selection as the test has written it
 */
public record EventFault(
        Set<MessagingEventType> types, CallFilter filter, Schedule schedule, EventEffect effect, String words)
        implements Registrations.Definition {
    public EventFault {
        types = Set.copyOf(types);
    }

    boolean selects(MessagingEventType type) {
        return types.isEmpty() ? type != MessagingEventType.SESSION_ESTABLISHED : types.contains(type);
    }

    @Override
    public Optional<String> subject() {
        return Optional.of("event");
    }

    @Override
    public String toString() {
        return words + ": " + effect;
    }
}
