package io.github.chimefake.internal.lifetime;

import java.util.function.Supplier;

/**
 * Runs code that a user handed to the fake, such as a predicate or the processor of a channel flow. While it runs, the request
 * that it was called for holds nothing that others wait for: the code may call the fake, wait, or reset the fake.
 */
public interface UserCode {
    /** Runs the code without anything around it, for use outside of a request. */
    UserCode DIRECT = new UserCode() {
        @Override
        public <T> T run(Supplier<T> code) {
            return code.get();
        }
    };

    /** Returns what the code returns, and throws what it throws. Must not be called with a lock held. */
    <T> T run(Supplier<T> code);
}
