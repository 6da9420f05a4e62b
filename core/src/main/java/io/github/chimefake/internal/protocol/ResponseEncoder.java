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
 * Writes answers as the AWS SDKs read them. Of ten clients of five languages and ten ages, all read this form (measured
 * 2026-11): the error's name in {@code x-amzn-ErrorType}, and the members {@code Code} and {@code Message} for the errors
 * of the service model, {@code message} alone for those of the front end.
 */
public final class ResponseEncoder {
    /** The response header that says why a call was refused, for whoever debugs a test. */
    public static final String EXPLANATION_HEADER = "x-chime-fake-explanation";

    /** How long an explanation may get in the header, in characters; the journal has it whole. */
    private static final int MAX_EXPLANATION_LENGTH = 1000;

    private static final int NO_CONTENT = 204;
    private static final String JSON = "application/json";

    /**
     * The answer to a call that was carried out. Operations without output answer 204 without a body, or 200 with
     * {@code {}}.
     *
     * @param operation which operation
     * @param response what it gave
     * @param requestId for {@code x-amzn-RequestId}
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
     * The answer to a call that was refused.
     *
     * @param serviceError why
     * @param requestId for {@code x-amzn-RequestId}
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
     * The answer to a call that policies would have denied, had they been enforced: it says so in the header that carries
     * explanations, behind what stands there.
     *
     * @param answer to the call
     * @param denial what the call was spared
     */
    public HttpResponse withSoftDenial(HttpResponse answer, ServiceError denial) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.merge(
                EXPLANATION_HEADER,
                headerText("Policies are in audit mode. If enforced, this request would have failed with "
                        + denial.error().errorType() + " " + denial.error().status() + ": " + denial.explanation()),
                (own, spared) -> headerText(own + " " + spared));
        return new HttpResponse(answer.status(), headers, answer.body(), answer.delay(), answer.connectionFault());
    }

    private static JsonObject members(String name, JsonValue value, String otherName, JsonValue otherValue) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(name, value);
        members.put(otherName, otherValue);
        return new JsonObject(members);
    }

    /** One line of printable ASCII, which every server and client passes on unharmed. */
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
