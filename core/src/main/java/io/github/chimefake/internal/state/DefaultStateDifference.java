package io.github.chimefake.internal.state;

import io.github.chimefake.state.StateDifference;
import java.util.List;
import java.util.stream.Collectors;

/** The difference between two states. */
record DefaultStateDifference(List<StateChange> changes) implements StateDifference {
    private static final int MOST_LINES = 200;

    DefaultStateDifference {
        changes = List.copyOf(changes);
    }

    @Override
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    @Override
    public String toString() {
        if (changes.isEmpty()) {
            return "no difference";
        }
        String lines = changes.stream()
                .limit(MOST_LINES)
                .map(Object::toString)
                .collect(Collectors.joining(System.lineSeparator()));
        int more = changes.size() - MOST_LINES;
        return more > 0 ? lines + System.lineSeparator() + "… and " + more + " more" : lines;
    }
}
