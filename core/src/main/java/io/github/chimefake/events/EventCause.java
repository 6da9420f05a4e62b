package io.github.chimefake.events;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The cause of an event: a call, what the service did after it had responded to one, or an expiration. Immutable.
 *
 * @since 0.1
 */
@Experimental
public interface EventCause {
    /** Returns the operation of the call; empty if no call made the event. */
    Optional<Operation> operation();

    /** Returns the request in the SDK's type; empty if no call made the event. */
    Optional<AwsRequest> request();

    /** Returns the caller that signed the request; empty if no call made the event. */
    Optional<ChimeCaller> caller();

    /** Returns the ARN in {@code x-amz-chime-bearer} of the call; empty if it has none, or no call made the event. */
    Optional<String> bearer();

    /**
     * Returns the cause in one line, for example {@code SendChannelMessage by arn:…} or {@code its expiration, 1 day after its
     * creation}.
     */
    String text();

    /** Returns {@link #text()} with names in place of ARNs. */
    @Override
    String toString();
}
