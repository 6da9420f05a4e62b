package io.github.chimefake.internal.control.journal;

import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import java.util.Optional;

/** What became of a call, in the words of assertions. */
enum Outcome {
    /** Its last response was that of success. */
    SUCCEEDED,
    /** Its last response was an authorization failure, 401 or 403. */
    DENIED,
    /** Its last response was another error of the service. */
    FAILED,
    /** There was no response, or a fault or a stub responded in place of the service. */
    REPLACED;

    static Outcome of(RecordedCall call) {
        Optional<ErrorResponse> error = call.errorResponse();
        if (error.isPresent()) {
            return error.get().error().isDenial() ? DENIED : FAILED;
        }
        return call.response().isPresent()
                        && call.lastAttempt().connectionFault().isEmpty()
                ? SUCCEEDED
                : REPLACED;
    }
}
