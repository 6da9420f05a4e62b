package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.DirectoryStore;
import io.github.chimefake.internal.events.WriteCause;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.messaging.events.BackgroundEvents;
import io.github.chimefake.internal.messaging.state.State;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Stores the directory as part of the state, so that both services change under one lock. */
public final class DirectoryOfState implements DirectoryStore {
    private final Store store;

    /** Creates a directory that is part of the state in this store. */
    public DirectoryOfState(Store store) {
        this.store = store;
    }

    @Override
    public Directory directory() {
        return store.state().directory();
    }

    @Override
    public TimedDirectory seenBy(Call call) {
        Instant now = store.now();
        return new TimedDirectory(
                OpenDirectory.register(store.staleFor(call, now), call, now).directory(), now);
    }

    @Override
    public <T> T write(Call call, Function<TimedDirectory, Written<T>> write) {
        return store.write(WriteCause.of(call), (before, now) -> {
            TimedDirectory directory =
                    new TimedDirectory(OpenDirectory.register(before, call, now).directory(), now);
            Written<T> written = write.apply(directory);
            State after = before.with(written.directory());
            return new Store.Written<>(
                    after,
                    written.result(),
                    BackgroundEvents.deletedUsers(before, written.directory().deleted()));
        });
    }

    @Override
    public void change(BiFunction<Directory, Instant, Directory> change) {
        store.change((before, now) -> before.with(change.apply(before.directory(), now)));
    }
}
