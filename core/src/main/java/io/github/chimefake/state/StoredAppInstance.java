package io.github.chimefake.state;

import io.github.chimefake.Experimental;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

/**
 * An app instance in a {@link ChimeState}. Its administrators are the users for which {@link StoredUser#isAdmin()} is true. Immutable;
 * compared by value. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface StoredAppInstance {
    /** Returns the ARN. */
    String arn();

    /** Returns the name. */
    String name();

    /** Returns the metadata; empty if there is none. */
    Optional<String> metadata();

    /** Returns when it was created. */
    Instant created();

    /** Returns when name or metadata were changed last. */
    Instant updated();

    /** Returns for how many days messages are kept; empty if there is no limit. */
    Optional<Integer> retentionDays();

    /** Returns from when on messages of which the retention period has ended are deleted, and not only hidden; empty without a period. */
    Optional<Instant> retentionDeletionStart();

    /** Returns the time before which messages were deleted by an earlier retention period; empty if there was none. */
    Optional<Instant> messagesDeletedBefore();

    /** Returns the streaming configurations. */
    List<StreamingConfiguration> streamingConfigurations();

    /** Returns the tags, sorted by key. */
    Map<String, String> tags();

    /** Returns name and ARN. */
    @Override
    String toString();
}
