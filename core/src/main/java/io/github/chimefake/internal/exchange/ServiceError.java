package io.github.chimefake.internal.exchange;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.journal.ErrorResponse;

/**
 * An error response of the service, with an explanation that only the test sees.
 *
 * @param layer the part of the fake that decided on it
 * @param error the error
 * @param message the error's message in the response, as AWS words it where that is known
 * @param explanation what was received, what is valid and what to do; not part of the response
 * @param provenance the evidence that the service sends this error in this situation
 * @param recordedMessage the message for the journal; another one than in the response if that repeats credentials
 */
public record ServiceError(
        Layer layer,
        ChimeError error,
        String message,
        String explanation,
        Provenance provenance,
        String recordedMessage)
        implements ErrorResponse {

    /** Creates an error response whose message has no credentials. */
    public ServiceError(Layer layer, ChimeError error, String message, String explanation, Provenance provenance) {
        this(layer, error, message, explanation, provenance, message);
    }

    /** Creates an error response with the default message of the error. */
    public static ServiceError of(Layer layer, ChimeError error, String explanation, Provenance provenance) {
        return new ServiceError(layer, error, error.defaultMessage(), explanation, provenance);
    }

    /** Returns this error response as the journal keeps it. */
    public ServiceError recorded() {
        return new ServiceError(layer, error, recordedMessage, explanation, provenance);
    }

    /** Returns an exception with this error response. */
    public ServiceErrorException asException() {
        return new ServiceErrorException(this);
    }
}
