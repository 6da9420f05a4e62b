package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.faults.ResponseBody;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.ResponseChange;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * What a client gets.
 *
 * @param result the result of the call
 */
public record DefaultFaultResponse(CallResult result) implements FaultResponse {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E]*");
    private static final int LOWEST_STATUS = 200;
    private static final int HIGHEST_STATUS = 599;

    private static final String NOT_REACHED = "; the call did not reach the service.";

    /** Returns an error response. */
    public static FaultResponse error(ChimeError error, String message) {
        return new DefaultFaultResponse(CallResult.failure(new ServiceError(
                error,
                message,
                "A fault of this test responds with " + error.errorType() + ".",
                Provenance.REQUESTED)));
    }

    /** Returns a response of the service. */
    public static FaultResponse success(AwsResponse response) {
        return new DefaultFaultResponse(CallResult.success(response)
                .withNote("A fault of this test responded with this "
                        + response.getClass().getSimpleName() + NOT_REACHED));
    }

    /** Returns a response that is not the service's. */
    public static FaultResponse http(int status, ResponseBody body) {
        requireStatus(status);
        HttpResponse response =
                new HttpResponse(status, Map.of(HeaderNames.CONTENT_TYPE, body.contentType()), body.bytes());
        return new DefaultFaultResponse(new CallResult(new CallResult.Replaced(response))
                .withNote("A fault of this test responded (" + body + ")" + NOT_REACHED));
    }

    static void requireStatus(int status) {
        if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
            throw new IllegalArgumentException("status " + status + ": expected one from " + LOWEST_STATUS + " to "
                    + HIGHEST_STATUS + ", for example 502");
        }
    }

    /** Returns no response. */
    public static FaultResponse lostRequest() {
        String explanation = "A fault of this test resets the connection" + NOT_REACHED;
        return new DefaultFaultResponse(new CallResult(new CallResult.RequestLost(
                        ServiceError.of(ChimeError.SERVICE_UNAVAILABLE, explanation, Provenance.REQUESTED)))
                .withConnectionFault(ConnectionFault.RESET));
    }

    @Override
    public Optional<AwsResponse> response() {
        return result.outcome() instanceof CallResult.Success success
                ? Optional.of(success.response())
                : Optional.empty();
    }

    @Override
    public Optional<ErrorResponse> errorResponse() {
        return result.outcome() instanceof CallResult.Failure failure
                ? Optional.of(failure.serviceError())
                : Optional.empty();
    }

    @Override
    public FaultResponse withHeader(String name, String value) {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("withHeader(\"" + name + "\", \"" + value
                    + "\"): expected a name of letters, digits and !#$%&'*+.^_`|~-, and a value of printable ASCII");
        }
        return changed("header " + name + ": " + value, response -> response.withHeader(name, value));
    }

    @Override
    public FaultResponse withBody(ResponseBody body) {
        return changed(
                "body replaced (" + body + ")",
                response -> response.withBody(body.bytes()).withHeader(HeaderNames.CONTENT_TYPE, body.contentType()));
    }

    private FaultResponse changed(String description, UnaryOperator<HttpResponse> change) {
        return new DefaultFaultResponse(result.changedBy(new ResponseChange(description, change)));
    }

    @Override
    public FaultResponse delayedBy(Duration duration) {
        return new DefaultFaultResponse(result.delayedBy(Durations.require("delayedBy", duration)));
    }

    @Override
    public FaultResponse lost() {
        return new DefaultFaultResponse(result.withConnectionFault(ConnectionFault.CLOSE));
    }
}
