package io.github.chimefake.junit.jupiter;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.junit.jupiter.internal.sweeps.FaultSweepExtension;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepSettings;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.UnaryOperator;
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
 * that shows is not hidden. It fails if one of its {@link SweepOracle oracles} raises an alarm that is not approved, or if
 * {@code sweep.verifyAlways} or {@code sweep.verifyAfter} fails.
 *
 * <p>Each run has a new test instance, its own lifecycle methods, and the fake at its baseline. Runs are sequential, even if tests run in
 * parallel. A class with one instance for all tests, or with a fake that keeps its state between tests, cannot be swept. In a run with a
 * failure, a failed {@code @AfterEach} method counts for nothing, and the run is not judged if a {@code @BeforeEach} method fails.
 *
 * <p>The verdicts are compared with the approved ones in {@code chime-sweeps} in the resources of the test's source set, for example
 * {@code src/test/resources}. The file is written if the configuration
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

    /** How many failures of a run may lead to each other, from 1 to 3: with 2, the default, calls that are only made after a failure are swept, too. */
    int depth() default 2;

    /**
     * Whether there are runs with two failures at two calls of the code, too; see {@link SweepSettings#pairs(boolean)}. Their number grows with the
     * square of the calls.
     */
    boolean pairs() default false;

    /** How many runs with a failure there are at most. */
    int limit() default 2000;

    /** The seed of a random order of the runs; 0, the default, for the order of the calls. */
    long seed() default 0;

    /** After how many milliseconds the code under test counts as hung, unless the run without a failure took over a fifth of that. */
    int timeLimitMillis() default 20_000;

    /**
     * Whether the code always runs on the thread of the test; see {@link SweepSettings#onTestThread(boolean)}. By default, the sweep finds out
     * whether it needs that.
     */
    boolean onTestThread() default false;

    /**
     * A class that makes the settings, for all that the other attributes cannot say, for example which failures are injected, and
     * {@linkplain SweepSettings#ownFailure failures of the team's own}:
     *
     * <pre>{@code
     * @FaultSweep(settings = OurSweep.class)
     * }</pre>
     *
     * <p>It has a constructor without parameters. Further classes change what the ones before them have made. The class that the
     * configuration parameter {@code chime.fake.sweep.settings} names for all sweeps comes before them. The other attributes are applied at
     * the end, if they have another value than by default.
     */
    Class<? extends UnaryOperator<SweepSettings>>[] settings() default {};

    /** The name of the fake that is swept; by default the fake without a name, or the only one. */
    String fake() default "";
}
