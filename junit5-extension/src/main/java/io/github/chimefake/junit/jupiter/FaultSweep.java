package io.github.chimefake.junit.jupiter;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.junit.jupiter.internal.sweeps.FaultSweepExtension;
import io.github.chimefake.sweep.SweepOracle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Sweeps a test: runs it twice without a failure, and then once for each failure that each call of the code under test can meet in
 * production. Stands instead of {@code @Test}, on a method with a parameter {@link io.github.chimefake.sweep.Sweep}, which marks the code
 * that is swept:
 *
 * <pre>{@code
 * @FaultSweep
 * void opens(Sweep sweep, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
 *     Chat chat = new Chat(client);
 *     String channel = sweep.run(() -> chat.open(chime.user("alice"))).value();
 *     assertThat(channel).isNotEmpty();
 * }
 * }</pre>
 *
 * <p>A run without a failure must pass. A run with a failure may end with an exception or a failed assertion, because a failure
 * that shows is none that is hidden. It fails if one of its {@link SweepOracle oracles} raises an alarm that is not approved, or if
 * {@code sweep.verifyAlways} or {@code sweep.verifyAfter} fails.
 *
 * <p>Each run has a new test instance, its own lifecycle methods, and the fake at its baseline. Runs are sequential, even if tests run in
 * parallel. A class with one instance for all tests cannot be swept.
 *
 * <p>The verdicts are compared with the approved ones in {@code src/test/resources/chime-sweeps}. The file is written if the configuration
 * parameter or system property {@code chime.fake.sweep.approve} is set, and never if the environment variable {@code CI} is. Alarms in it
 * need a reason, after {@code #}. The reports are in {@code target/chime-sweep}. One run is repeated alone with
 * {@code chime.fake.sweep.run} set to its name.
 *
 * <p>May be put on another annotation. Wrong use is reported as
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}.
 *
 * @see BestEffort
 * @since 0.1
 */
@Experimental
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(FaultSweepExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface FaultSweep {
    /** The oracles that are switched off; none by default. */
    SweepOracle[] withoutOracles() default {};

    /** The operations that the code under test may fail to call, in addition to those of {@link BestEffort}; none by default. */
    Operation[] bestEffort() default {};

    /** Errors that are injected in addition to the usual failures, into the calls that can meet them; none by default. */
    ChimeError[] furtherErrors() default {};

    /** How many failures a run may inject, from 1 to 3: with 2, the default, calls that are only made after a failure are swept, too. */
    int depth() default 2;

    /** How many runs with a failure there are at most. */
    int limit() default 2000;

    /** The seed of a random order of the runs; 0, the default, for the order of the calls. */
    long seed() default 0;

    /** After how many milliseconds the code under test counts as hung. */
    int timeLimitMillis() default 10_000;

    /** The name of the fake that is swept; by default the fake without a name, or the only one. */
    String fake() default "";
}
