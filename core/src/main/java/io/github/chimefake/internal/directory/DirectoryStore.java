package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.exchange.Call;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Stores the directory. The directory is part of the state of messaging, so that both services change together. */
public interface DirectoryStore {
    /**
     * The directory at the time of a call.
     *
     * @param directory the directory
     * @param now the time of the call, in whole milliseconds, because the wire format is limited to them
     */
    record TimedDirectory(Directory directory, Instant now) {}

    /** The new directory after a write, and the result of the write. */
    record Written<T>(Directory directory, T result) {}

    /** Returns the current directory. */
    Directory directory();

    /** Returns the directory for a call that reads. It may miss the latest writes if a test enabled stale reads. */
    TimedDirectory seenBy(Call call);

    /**
     * Applies the write of a call. If it throws an exception, nothing changes. Deleted users, bots and app instances
     * are also removed from messaging.
     */
    <T> T write(Call call, Function<TimedDirectory, Written<T>> write);

    /** Applies a change by a fixture method, which all later reads see. */
    void change(BiFunction<Directory, Instant, Directory> change);
}
