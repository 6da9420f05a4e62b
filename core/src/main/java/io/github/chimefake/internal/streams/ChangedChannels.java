package io.github.chimefake.internal.streams;

import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.store.StateWrite;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The channels that a write has created or changed. Goes through both states once, as both are sorted. */
final class ChangedChannels {
    private final List<Change> changes = new ArrayList<>();

    private record Change(Optional<ChannelState> before, ChannelState after) {}

    private ChangedChannels() {}

    @SuppressWarnings("ReferenceEquality") // A write keeps the objects of what it does not change.
    static ChangedChannels of(StateWrite write) {
        ChangedChannels changed = new ChangedChannels();
        if (write.before().channels() == write.after().channels()) {
            return changed;
        }
        Iterator<Map.Entry<ChannelArn, ChannelState>> earlier =
                write.before().channels().entrySet().iterator();
        Optional<Map.Entry<ChannelArn, ChannelState>> before = next(earlier);
        for (Map.Entry<ChannelArn, ChannelState> after :
                write.after().channels().entrySet()) {
            while (before.isPresent() && before.get().getKey().compareTo(after.getKey()) < 0) {
                before = next(earlier);
            }
            Optional<ChannelState> same = before.filter(entry -> entry.getKey().equals(after.getKey()))
                    .map(Map.Entry::getValue);
            if (same.isEmpty() || same.get() != after.getValue()) {
                changed.changes.add(new Change(same, after.getValue()));
            }
        }
        return changed;
    }

    private static <T> Optional<T> next(Iterator<T> iterator) {
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }

    void forEach(BiConsumer<Optional<ChannelState>, ChannelState> action) {
        changes.forEach(change -> action.accept(change.before(), change.after()));
    }
}
