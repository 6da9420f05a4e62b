package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.exchange.Call;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where the directory is kept. It is part of the state of messaging, so that both services change as one. */
public interface DirectoryStore {
    /**
     * What an operation acts on.
     *
     * @param directory the directory
     * @param now the time of the call, in whole milliseconds, which is all that the wire format carries
     */
    record Situation(Directory directory, Instant now) {}

    /** What a write makes: the directory after it, and what it was for. */
    record Written<T>(Directory directory, T result) {}

    /** The directory as it is now. */
    Directory directory();

    /** What a call that reads acts on, which may miss the latest writes if a test asked for that. */
    Situation seenBy(Call call);

    /** Applies a write of a call. What it throws, it has not done. Whoever it deletes is gone from messaging too. */
    <T> T write(Call call, Function<Situation, Written<T>> write);

    /** Applies what a test does by itself, which every later read sees. */
    void change(BiFunction<Directory, Instant, Directory> change);
}
