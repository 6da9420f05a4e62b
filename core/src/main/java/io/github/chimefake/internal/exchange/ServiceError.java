package io.github.chimefake.internal.exchange;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.journal.ErrorResponse;

/**
 * A call that was refused: the error and message that the caller sees, and what only the test sees.
 *
 * @param error which error
 * @param message the error's message, as AWS words it where that is known
 * @param explanation what was received, what was expected, what to change; never part of the answer's body
 * @param provenance what this answer to this situation rests on
 */
public record ServiceError(ChimeError error, String message, String explanation, Provenance provenance)
        implements ErrorResponse {

    /** A refusal with the error's default message. */
    public static ServiceError of(ChimeError error, String explanation, Provenance provenance) {
        return new ServiceError(error, error.defaultMessage(), explanation, provenance);
    }

    /** This refusal as something to throw. */
    public ServiceErrorException asException() {
        return new ServiceErrorException(this);
    }
}
