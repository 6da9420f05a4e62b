package io.github.chimefake.internal.messaging;

import io.github.chimefake.internal.call.Call;
import io.github.chimefake.internal.identity.Directory;
import io.github.chimefake.internal.identity.DirectoryStore;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The directory as a part of the state, so that both services change under one lock. */
final class DirectoryOfState implements DirectoryStore {
    private final Store store;

    DirectoryOfState(Store store) {
        this.store = store;
    }

    @Override
    public Directory directory() {
        return store.state().directory();
    }

    @Override
    public Situation seenBy(Call call) {
        Instant now = store.now();
        return situation(OpenDirectory.admit(store.staleFor(call, now), call, () -> now), now);
    }

    @Override
    public <T> T write(Call call, Function<Situation, Written<T>> write) {
        return store.write((before, now) -> {
            Situation situation = situation(OpenDirectory.admit(before, call, () -> now), now);
            Written<T> written = write.apply(situation);
            return new Store.Written<>(before.with(written.directory()), written.result());
        });
    }

    @Override
    public void change(BiFunction<Directory, Instant, Directory> change) {
        store.change((before, now) -> before.with(change.apply(before.directory(), now)));
    }

    private static Situation situation(State state, Instant now) {
        MessagingSettings settings = state.setup().settings();
        return new Situation(state.directory(), settings.identity(), settings.quotas(), now);
    }
}
