package io.github.chimefake.internal.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.protocol.ResponseEncoder;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts between messages of WireMock and of the fake. */
final class WireMockMessages {
    private static final String EXPOSED_HEADERS = String.join(
            ",", HeaderNames.REQUEST_ID, HeaderNames.ERROR_TYPE, ResponseEncoder.EXPLANATION_HEADER, HeaderNames.DATE);

    /** Into how many parts a body is divided that takes some time to be sent. */
    private static final int BODY_PARTS = 10;

    private WireMockMessages() {}

    static HttpRequest toHttpRequest(Request request) {
        return toHttpRequest(request, request.getBody());
    }

    static HttpRequest toHttpRequest(Request request, byte[] body) {
        List<HttpRequest.Header> headers = new ArrayList<>();
        for (HttpHeader header : request.getHeaders().all()) {
            header.values().forEach(value -> headers.add(new HttpRequest.Header(header.key(), value)));
        }
        return new HttpRequest(request.getMethod().getName(), request.getUrl(), headers, body, Instant.now());
    }

    /** Returns a response that is sent without a response definition, so without delay and without connection fault. */
    static Response toResponse(HttpResponse response) {
        List<HttpHeader> headers = new ArrayList<>();
        response.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        headers.add(new HttpHeader("Access-Control-Expose-Headers", EXPOSED_HEADERS));
        return Response.response()
                .status(response.status())
                .headers(new HttpHeaders(headers))
                .body(response.body())
                .build();
    }

    static ResponseDefinition toResponseDefinition(HttpResponse httpResponse) {
        ResponseDefinitionBuilder response = aResponse().withStatus(httpResponse.status());
        httpResponse.headers().forEach(response::withHeader);
        // Without this header, a script in a browser sees the body of an error response, but not its type.
        response.withHeader("Access-Control-Expose-Headers", EXPOSED_HEADERS);
        if (httpResponse.body().length > 0) {
            response.withBody(httpResponse.body());
        }
        if (!httpResponse.delay().isZero()) {
            response.withFixedDelay(Math.toIntExact(httpResponse.delay().toMillis()));
        }
        if (!httpResponse.bodyDuration().isZero() && httpResponse.body().length > 0) {
            int parts = Math.min(httpResponse.body().length, BODY_PARTS);
            response.withChunkedDribbleDelay(
                    parts, Math.toIntExact(httpResponse.bodyDuration().toMillis()));
        }
        httpResponse.connectionFault().ifPresent(fault -> response.withFault(toFault(fault)));
        return response.build();
    }

    /**
     * Returns the response of a stub, without the body. A response that breaks off is treated as a connection that was
     * closed.
     */
    static HttpResponse toHttpResponse(ServeEvent event) {
        LoggedResponse response = event.getResponse();
        Map<String, String> headers = new HashMap<>();
        if (response.getHeaders() != null) {
            response.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        }
        return new HttpResponse(
                response.getStatus(),
                headers,
                new byte[0],
                delay(event.getResponseDefinition()),
                Duration.ZERO,
                toConnectionFault(response.getFault()),
                List.of());
    }

    /** Returns the fixed delay of a stub. Random delays, and those of all stubs, are not known here. */
    private static Duration delay(@Nullable ResponseDefinition stub) {
        return Optional.ofNullable(stub)
                .map(ResponseDefinition::getFixedDelayMilliseconds)
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    private static Optional<ConnectionFault> toConnectionFault(@Nullable Fault fault) {
        return Optional.ofNullable(fault)
                .map(broken ->
                        broken == Fault.CONNECTION_RESET_BY_PEER ? ConnectionFault.RESET : ConnectionFault.CLOSE);
    }

    private static Fault toFault(ConnectionFault fault) {
        return switch (fault) {
            case RESET -> Fault.CONNECTION_RESET_BY_PEER;
            case CLOSE -> Fault.EMPTY_RESPONSE;
        };
    }
}
