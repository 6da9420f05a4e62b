package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.faults.ResponseBody;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.ResponseChange;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.text.OneLine;
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

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private static final String NOT_REACHED = "The call did not reach the service.";

    /** Returns an error response. */
    public static FaultResponse error(ChimeError error, String message) {
        return new DefaultFaultResponse(CallResult.failure(new ServiceError(
                Layer.FAULT,
                error,
                message,
                "A fault of this test responds with " + error.errorType() + ".",
                Provenance.REQUESTED)));
    }

    /** Returns a response of the service. */
    public static FaultResponse success(AwsResponse response) {
        return new DefaultFaultResponse(CallResult.success(response)
                .withNote("A fault of this test responded with this "
                        + response.getClass().getSimpleName() + "."));
    }

    /** Returns a response that is not the service's. */
    public static FaultResponse http(int status, ResponseBody body) {
        requireBodyAllowed(status, body);
        HttpResponse response =
                new HttpResponse(status, Map.of(HeaderNames.CONTENT_TYPE, body.contentType()), body.bytes());
        return new DefaultFaultResponse(new CallResult(new CallResult.Replaced(response))
                .withNote("A fault of this test responded (" + body + ")."));
    }

    static void requireBodyAllowed(int status, ResponseBody body) {
        requireStatus(status);
        if ((status == NO_CONTENT || status == NOT_MODIFIED) && body.bytes().length > 0) {
            throw new IllegalArgumentException("status " + status + " with a body (" + body
                    + "): a response with this status has none. Use ResponseBody.empty(), or another status");
        }
    }

    static String requireHeaderValue(String method, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    method + "(\"" + OneLine.of(value) + "\"): expected a value of printable ASCII");
        }
        return value;
    }

    private static void requireStatus(int status) {
        if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
            throw new IllegalArgumentException("status " + status + ": expected one from " + LOWEST_STATUS + " to "
                    + HIGHEST_STATUS + ", for example 502");
        }
    }

    /** Returns no response. */
    public static FaultResponse lostRequest() {
        String explanation = "A fault of this test resets the connection.";
        return new DefaultFaultResponse(new CallResult(new CallResult.RequestLost(ServiceError.of(
                        Layer.FAULT, ChimeError.SERVICE_UNAVAILABLE, explanation, Provenance.REQUESTED)))
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
                response -> response.status() == NO_CONTENT
                        ? response
                        : response.withBody(body.bytes()).withHeader(HeaderNames.CONTENT_TYPE, body.contentType()));
    }

    /** Returns the result of a call that gets this response, and does not reach the service. */
    static CallResult inPlaceOfTheService(FaultResponse response) {
        return ((DefaultFaultResponse) response).withoutProcessing().result();
    }

    /** Returns this response of an effect that has not let the call proceed. */
    public DefaultFaultResponse withoutProcessing() {
        if (result.outcome() instanceof CallResult.Failure failure) {
            return new DefaultFaultResponse(
                    result.withOutcome(new CallResult.Failure(unreached(failure.serviceError()))));
        }
        if (result.outcome() instanceof CallResult.RequestLost lost) {
            return new DefaultFaultResponse(
                    result.withOutcome(new CallResult.RequestLost(unreached(lost.serviceError()))));
        }
        return result.note().filter(DefaultFaultResponse::saysSo).isPresent()
                ? this
                : new DefaultFaultResponse(result.withNote(NOT_REACHED));
    }

    private static ServiceError unreached(ServiceError error) {
        return saysSo(error.explanation())
                ? error
                : new ServiceError(
                        error.layer(),
                        error.error(),
                        error.message(),
                        error.explanation() + " " + NOT_REACHED,
                        error.provenance());
    }

    /** Returns whether the text says it already, as that of an effect which another one has applied does. */
    private static boolean saysSo(String text) {
        return text.endsWith("he call did not reach the service.");
    }

    /** Returns this response of an effect that has let the call proceed: a request that was processed is not lost. */
    public DefaultFaultResponse afterProcessing(CallResult processed) {
        return result.outcome() instanceof CallResult.RequestLost
                ? new DefaultFaultResponse(processed.withConnectionFault(ConnectionFault.RESET))
                : this;
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
