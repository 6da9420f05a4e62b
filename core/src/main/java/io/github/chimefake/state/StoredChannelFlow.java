package io.github.chimefake.state;

import io.github.chimefake.Experimental;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/**
 * A channel flow in a {@link ChimeState}. Its channels name it: {@link StoredChannel#channelFlowArn()}. Immutable; compared by value. Not
 * to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface StoredChannelFlow {
    /** Returns the ARN. */
    String arn();

    /** Returns the id, the last part of the ARN. */
    String id();

    /** Returns the name. */
    String name();

    /** Returns the processors in the order of execution. */
    List<Processor> processors();

    /** Returns when it was created. */
    Instant created();

    /** Returns when it was changed last. */
    Instant updated();

    /** Returns the tags, sorted by key. */
    Map<String, String> tags();

    /** Returns name and ARN. */
    @Override
    String toString();
}
