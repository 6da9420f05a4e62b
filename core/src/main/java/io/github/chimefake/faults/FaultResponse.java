package io.github.chimefake.faults;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.faults.effects.DefaultFaultResponse;
import io.github.chimefake.journal.ErrorResponse;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The response to a call that a fault applies to: one of the service, another HTTP response, or none. Immutable: each method returns another one.
 *
 * @since 0.1
 */
@CheckReturnValue
public interface FaultResponse {
    /** Returns the error response with the error's default message. */
    static FaultResponse error(ChimeError error) {
        return error(error, error.defaultMessage());
    }

    /** Returns the error response with this message. */
    static FaultResponse error(ChimeError error, String message) {
        return DefaultFaultResponse.error(error, message);
    }

    /** Returns the response with the success status of the operation, whose response must be of this type. */
    static FaultResponse of(AwsResponse response) {
        return DefaultFaultResponse.success(response);
    }

    /**
     * Returns a response that is not the service's, for example that of a proxy.
     *
     * @param status the HTTP status, from 200 to 599
     * @throws IllegalArgumentException if the status is out of range
     */
    static FaultResponse http(int status, ResponseBody body) {
        return DefaultFaultResponse.http(status, body);
    }

    /** Returns no response: the connection is reset, as if the request had not arrived. */
    static FaultResponse lostRequest() {
        return DefaultFaultResponse.lostRequest();
    }

    /** Returns the response in the SDK's type; empty if it is an error or not the service's. */
    Optional<AwsResponse> response();

    /** Returns the error response of the service; empty if it is no error or not the service's. */
    Optional<ErrorResponse> errorResponse();

    /**
     * Returns this response with a header, which replaces one of the same name.
     *
     * @throws IllegalArgumentException if the name or the value has characters that a header cannot have
     */
    FaultResponse withHeader(String name, String value);

    /** Returns this response with the status as it is, and another body and content type. */
    FaultResponse withBody(ResponseBody body);

    /**
     * Returns this response, sent later. Delays add up.
     *
     * @param duration in whole milliseconds, from 1 ms to 24 hours
     * @throws IllegalArgumentException if the duration is out of range
     */
    FaultResponse delayedBy(Duration duration);

    /** Returns no response: the connection is closed before its first byte, after whatever the service has done. */
    FaultResponse lost();
}
