package io.github.chimefake.journal;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Experimental;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;

/**
 * An error response, with an explanation for the reader of a test. Immutable.
 *
 * @since 0.1
 */
public interface ErrorResponse {
    /** Returns the error. */
    ChimeError error();

    /**
     * Returns the message in the response; AWS's wording where it is known. Where the response repeats the header {@code Authorization},
     * its credentials are left out.
     */
    String message();

    /** Returns what was received, what is valid and what to do. The explanation is not part of the response's body. */
    String explanation();

    /**
     * Returns the part of the fake that decided on this response, for example {@code IAM_POLICY} for a denial by a policy and
     * {@code ROLE} for one by the role of the user.
     */
    @Experimental
    Layer layer();

    /** Returns the evidence for this response. */
    Provenance provenance();
}
