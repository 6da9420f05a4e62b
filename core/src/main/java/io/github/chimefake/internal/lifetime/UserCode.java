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
    };

    /** Runs the code and returns its result or throws its exception. Must not be called while holding a lock. */
    <T> T run(Supplier<T> code);
}
