package io.github.chimefake.journal;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;

/**
 * An error response, with an explanation for the reader of a test. Immutable.
 *
 * @since 0.1
 */
public interface ErrorResponse {
    /** Returns the error. */
    ChimeError error();

    /** Returns the message in the response; AWS's wording where it is known. */
    String message();

    /** Returns what was received, what is valid and what to do. The explanation is not part of the response's body. */
    String explanation();

    /** Returns the evidence for this response. */
    Provenance provenance();
}
