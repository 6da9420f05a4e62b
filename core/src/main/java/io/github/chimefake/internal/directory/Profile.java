package io.github.chimefake.internal.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * The name and metadata of an app instance, a user or a bot.
 *
 * @param name the current name
 * @param metadata text of the application
 * @param created when the resource was created
 * @param updated when name or metadata changed last
 */
public record Profile(String name, Optional<String> metadata, Instant created, Instant updated) {
    /** Creates the profile of a new resource without metadata. */
    public static Profile of(String name, Instant now) {
        return of(name, Optional.empty(), now);
    }

    /** Creates the profile of a new resource. */
    public static Profile of(String name, Optional<String> metadata, Instant now) {
        return new Profile(name, metadata, now, now);
    }

    /** Returns this profile with another name and the same metadata. */
    public Profile renamed(String newName, Instant now) {
        return new Profile(newName, metadata, created, now);
    }

    /** Returns this profile with another name and other metadata. An update replaces both. */
    public Profile replacedBy(String newName, Optional<String> newMetadata, Instant now) {
        return new Profile(newName, newMetadata, created, now);
    }

    /** Returns whether name and metadata are equal to the given ones. Empty metadata is the same as none. */
    public boolean matches(String otherName, Optional<String> otherMetadata) {
        return name.equals(otherName) && metadata.orElse("").equals(otherMetadata.orElse(""));
    }
}
