package io.github.chimefake.internal.journal;

import java.util.Optional;

/**
 * Something that happened on messaging sessions. The texts contain full ARNs.
 *
 * @param text what happened
 * @param reason why, with the provenance
 * @param ordinary whether this is what happens if nothing goes wrong, so that a long printout can leave it out
 */
public record SocketNote(String text, Optional<String> reason, boolean ordinary) {
    /** Returns a note of what happens if nothing goes wrong. */
    public static SocketNote ordinary(String text) {
        return new SocketNote(text, Optional.empty(), true);
    }
}
