package io.github.chimefake.sweep;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.Experimental;
import java.util.Optional;

/**
 * One run of a test that is swept. It marks the code under test, whose calls may fail, and what is verified afterwards:
 *
 * <pre>{@code
 * Sweep.SweptOutcome<String> opened = sweep.run(() -> chat.open(alice));
 * sweep.verifyClean(() -> assertThat(opened.value()).isNotEmpty());
 * sweep.verifyAlways(() -> assertThat(chime.state().channels()).hasSizeLessThan(2));
 * sweep.verifyAfter(injected -> assertThat(opened.exception()).isPresent());
 * }</pre>
 *
 * <p>Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface Sweep {
    /**
     * Runs the code that is swept. Only calls that it makes can fail, on any thread, until it has ended. It may be run a second time after
     * the test, without a failure.
     *
     * @throws IllegalStateException if the test has called it before
     */
    @CanIgnoreReturnValue
    <T> SweptOutcome<T> run(Code<T> code);

    /**
     * Runs code that is swept and returns nothing, as {@link #run(Code)} does.
     *
     * @throws IllegalStateException if the test has called it before
     */
    @CanIgnoreReturnValue
    SweptOutcome<Void> run(Action code);

    /** Runs assertions if nothing was injected. */
    void verifyClean(Action assertions) throws Exception;

    /** Runs assertions, whatever was injected. If they fail, the run fails. */
    void verifyAlways(Action assertions) throws Exception;

    /** Runs assertions if a failure was injected, with that failure. If they fail, the run fails. */
    void verifyAfter(Verification assertions) throws Exception;

    /**
     * Code under test that returns a value.
     *
     * @since 0.1
     */
    @Experimental
    @FunctionalInterface
    interface Code<T> {
        /** Runs the code. */
        T run() throws Exception;
    }

    /**
     * Code that returns nothing.
     *
     * @since 0.1
     */
    @Experimental
    @FunctionalInterface
    interface Action {
        /** Runs the code. */
        void run() throws Exception;
    }

    /**
     * Assertions about a run with a failure.
     *
     * @since 0.1
     */
    @Experimental
    @FunctionalInterface
    interface Verification {
        /** Checks what must hold after the failure; throws if it does not. */
        void verify(InjectedFailure injected) throws Exception;
    }

    /**
     * The value that the code under test returned, or the exception that it threw. Immutable.
     *
     * @since 0.1
     */
    @Experimental
    interface SweptOutcome<T> {
        /**
         * Returns what the code has returned. If it has thrown an exception, that is thrown again, which ends a test as if it had called
         * the code itself.
         */
        T value();

        /** Returns what the code has thrown; empty if it has returned. */
        Optional<Throwable> exception();
    }
}
