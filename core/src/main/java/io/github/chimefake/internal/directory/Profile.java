package io.github.chimefake.internal.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * What an app instance, a user or a bot is called.
 *
 * @param name its present name
 * @param metadata whatever the application wrote there
 * @param created when it was created
 * @param updated when name or metadata last changed
 */
public record Profile(String name, Optional<String> metadata, Instant created, Instant updated) {
    /** Of something new without metadata. */
    public static Profile of(String name, Instant now) {
        return of(name, Optional.empty(), now);
    }

    /** Of something new. */
    public static Profile of(String name, Optional<String> metadata, Instant now) {
        return new Profile(name, metadata, now, now);
    }

    /** With another name and the same metadata. */
    public Profile renamed(String newName, Instant now) {
        return new Profile(newName, metadata, created, now);
    }

    /** With another name and other metadata: an update replaces both. */
    public Profile replacedBy(String newName, Optional<String> newMetadata, Instant now) {
        return new Profile(newName, newMetadata, created, now);
    }

    /** Whether name and metadata are these; empty metadata are none. */
    public boolean says(String otherName, Optional<String> otherMetadata) {
        return name.equals(otherName) && metadata.orElse("").equals(otherMetadata.orElse(""));
    }
}
