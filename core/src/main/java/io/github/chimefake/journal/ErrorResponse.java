package io.github.chimefake.journal;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;

/** An error response: what the client received, and the explanation for the test. Immutable. */
public interface ErrorResponse {
    /** Returns the error. */
    ChimeError error();

    /** Returns the message in the response, in AWS's words where they are known. */
    String message();

    /** Returns what was received, what is valid and what to do; no part of the response's body. */
    String explanation();

    /** Returns the evidence for this response. */
    Provenance provenance();
}
