package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.DirectoryStore;
import io.github.chimefake.internal.exchange.Call;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The directory as a part of the state, so that both services change under one lock. */
public final class DirectoryOfState implements DirectoryStore {
    private final Store store;

    public DirectoryOfState(Store store) {
        this.store = store;
    }

    @Override
    public Directory directory() {
        return store.state().directory();
    }

    @Override
    public Situation seenBy(Call call) {
        Instant now = store.now();
        return new Situation(
                OpenDirectory.admit(store.staleFor(call, now), call, now).directory(), now);
    }

    @Override
    public <T> T write(Call call, Function<Situation, Written<T>> write) {
        return store.write((before, now) -> {
            Situation situation =
                    new Situation(OpenDirectory.admit(before, call, now).directory(), now);
            Written<T> written = write.apply(situation);
            return new Store.Written<>(before.with(written.directory()), written.result());
        });
    }

    @Override
    public void change(BiFunction<Directory, Instant, Directory> change) {
        store.change((before, now) -> before.with(change.apply(before.directory(), now)));
    }
}
