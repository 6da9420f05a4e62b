package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.filter.Schedule;
import java.util.Optional;

/**
 * A fault on connects.
 *
 * @param words the selection as the test has written it
 */
public record ConnectFault(CallFilter filter, Schedule schedule, ConnectEffect effect, String words)
        implements Registrations.Definition {
    @Override
    public Optional<String> subject() {
        return Optional.of("connect");
    }

    @Override
    public String toString() {
        return words + ": " + effect;
    }
}
