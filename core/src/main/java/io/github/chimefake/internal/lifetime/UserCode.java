package io.github.chimefake.internal.lifetime;

import java.util.function.Supplier;

/**
 * Runs user code of a request, such as a predicate. While it runs, its request holds no lock and
 * is not waited for, so the code may call the fake, wait, or reset the fake.
 */
public interface UserCode {
    /** Runs the code directly, for use outside a request. */
    UserCode DIRECT = new UserCode() {
        @Override
        public <T> T run(Supplier<T> code) {
            return code.get();
        }

        @Override
        public <T> T resume(Supplier<T> part) {
            return part.get();
        }
    };

    /** Runs the code and returns its result or throws its exception. Must not be called while holding a lock. */
    <T> T run(Supplier<T> code);

    /**
     * Runs a part of the request within its user code, as if the user code were interrupted meanwhile.
     *
     * @param part is run by the thread that runs the user code
     */
    <T> T resume(Supplier<T> part);
}
