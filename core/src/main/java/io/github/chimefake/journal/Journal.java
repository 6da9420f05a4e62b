package io.github.chimefake.journal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The calls that the fake received since the last reset, oldest first. An entry is complete before its response is sent. The number
 * of entries is limited: {@link #evictedCalls()} counts the oldest calls that were dropped. Thread-safe.
 *
 * <pre>{@code
 * assertThat(chime.journal().requests(SendChannelMessageRequest.class))
 *         .extracting(SendChannelMessageRequest::content)
 *         .containsExactly("hello");
 * }</pre>
 *
 * @since 0.1
 */
public interface Journal {
    /** Returns every call. */
    List<RecordedCall> calls();

    /** Returns the calls of one operation. */
    List<RecordedCall> calls(Operation operation);

    /** Returns the calls whose last response was an error. */
    List<RecordedCall> failures();

    /** Returns the calls whose last response was an authorization failure: status 401 or 403. */
    List<RecordedCall> denials();

    /** Returns the calls that IAM policies would have denied in {@code PolicyMode.ENFORCE}. */
    List<RecordedCall> auditModeDenials();

    /**
     * Returns the requests of one type, failed ones included.
     *
     * @param type the SDK's class
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags. Use the class of messaging
     */
    <R extends AwsRequest> List<R> requests(Class<R> type);

    /** Returns the calls that arrived after the end of the test that their client belongs to; they failed with status 410. */
    List<RecordedCall> lateCalls();

    /**
     * Returns what the service did after it had responded, or without a request, oldest first. Each entry was recorded at the moment at
     * which it had its effect. At most as many as the journal holds calls; the oldest are dropped first. What is pending is not
     * listed: {@link io.github.chimefake.ChimeMessagingServer#awaitBackgroundWork()} waits for it.
     */
    @Experimental
    List<RecordedWork> backgroundWork();

    /**
     * Registers a listener that is called after each response, late ones included, with the call whose {@linkplain RecordedCall#lastAttempt() last
     * attempt} got it. It is called by the thread that has sent the response, without a lock, and holds up neither the client nor a
     * reset; the response to the next request may be sent meanwhile. A response that a fault delays is told when its delay begins. An
     * exception is logged. Stays through resets, until it is closed.
     *
     * <pre>{@code
     * chime.journal().onResponse(call -> log.info("{} {}", call.operation(), call.lastAttempt().status()));
     * }</pre>
     *
     * @return the registration of the listener; {@code timesApplied()} counts the responses
     * @throws IllegalStateException if the fake is closed
     */
    @Experimental
    @CanIgnoreReturnValue
    Registration onResponse(Consumer<RecordedCall> listener);

    /** Returns how many calls were dropped because the journal was full. */
    long evictedCalls();

    /**
     * Returns the calls with their responses, as they are printed when a test fails, in at most about 200 lines: if there are many, the
     * latest, and before them only those that did not simply succeed. Neighboring calls that are alike are printed once. Background
     * work stands after the calls that were received before it, in lines that begin with {@code later:}.
     */
    @Override
    String toString();
}
