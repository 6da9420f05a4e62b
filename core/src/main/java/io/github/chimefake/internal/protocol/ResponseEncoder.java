package io.github.chimefake.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * Encodes responses as the AWS SDKs read them. Ten clients of different ages in five languages all read this form
 * (measured 2026-11): the error's name in {@code x-amzn-ErrorType}, and the members {@code Code} and {@code Message}
 * for the errors of the service model, {@code message} alone for those of the front end.
 */
public final class ResponseEncoder {
    /** The response header that explains why a call failed, for debugging a test. */
    public static final String EXPLANATION_HEADER = "x-chime-fake-explanation";

    /** The maximum length of an explanation in the header. The journal contains the whole explanation. */
    private static final int MAX_EXPLANATION_LENGTH = 1000;

    private static final int NO_CONTENT = 204;
    private static final String JSON = "application/json";

    /**
     * Returns the response of an operation that succeeded. Operations without output respond with 204 and no body, or
     * with 200 and {@code {}}.
     *
     * @param operation the operation
     * @param response the response
     * @param requestId the value of {@code x-amzn-RequestId}
     */
    public HttpResponse encode(Operation operation, AwsResponse response, String requestId) {
        if (operation.successStatus() == NO_CONTENT) {
            return new HttpResponse(NO_CONTENT, Map.of(HeaderNames.REQUEST_ID, requestId), new byte[0]);
        }
        Map<String, String> headers = Map.of(HeaderNames.REQUEST_ID, requestId, HeaderNames.CONTENT_TYPE, JSON);
        return new HttpResponse(
                operation.successStatus(), headers, BodyWriter.write(response).getBytes(UTF_8));
    }

    /**
     * Returns the response of a call that failed.
     *
     * @param serviceError the error response
     * @param requestId the value of {@code x-amzn-RequestId}
     */
    public HttpResponse encode(ServiceError serviceError, String requestId) {
        Map<String, String> headers = Map.of(
                HeaderNames.REQUEST_ID,
                requestId,
                HeaderNames.CONTENT_TYPE,
                JSON,
                HeaderNames.ERROR_TYPE,
                serviceError.error().errorType(),
                EXPLANATION_HEADER,
                headerText(serviceError.explanation()));
        JsonString message = new JsonString(serviceError.message());
        JsonObject body = serviceError
                .error()
                .code()
                .map(code -> members("Code", new JsonString(code), "Message", message))
                .orElseGet(() -> new JsonObject(Map.of("message", message)));
        return new HttpResponse(
                serviceError.error().status(), headers, body.toJson().getBytes(UTF_8));
    }

    /**
     * Adds the denial of policies in audit mode to the explanation header of a response, after an existing explanation.
     *
     * @param response the response
     * @param denial the error that the call would have failed with
     */
    public HttpResponse withAuditModeDenial(HttpResponse response, ServiceError denial) {
        return withExplanation(
                response,
                "Policies are in audit mode. If enforced, this request would have failed with "
                        + denial.error().errorType() + " " + denial.error().status() + ": " + denial.explanation());
    }

    /** Adds a text to the explanation header of a response, after an existing explanation. */
    public HttpResponse withExplanation(HttpResponse response, String text) {
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.merge(EXPLANATION_HEADER, headerText(text), (existing, added) -> headerText(existing + " " + added));
        return response.withHeaders(headers);
    }

    private static JsonObject members(String name, JsonValue value, String otherName, JsonValue otherValue) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(name, value);
        members.put(otherName, otherValue);
        return new JsonObject(members);
    }

    /** Returns one line of printable ASCII, which all servers and clients transmit unchanged. */
    private static String headerText(String explanation) {
        StringBuilder text = new StringBuilder();
        explanation
                .replace("…", "...")
                .codePoints()
                .limit(MAX_EXPLANATION_LENGTH)
                .forEach(codePoint -> {
                    boolean whiteSpace = Character.isWhitespace(codePoint);
                    boolean printable = codePoint > ' ' && codePoint <= '~';
                    text.appendCodePoint(whiteSpace ? ' ' : printable ? codePoint : '?');
                });
        return text.toString().strip();
    }
}
