package io.github.chimefake.wiremock;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import io.github.chimefake.call.HttpCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns WireMock's request into ours. */
final class WireMockRequests {
    private WireMockRequests() {}

    static HttpCall toHttpCall(Request request) {
        List<HttpCall.Header> headers = new ArrayList<>();
        for (HttpHeader header : request.getHeaders().all()) {
            header.values().forEach(value -> headers.add(new HttpCall.Header(header.key(), value)));
        }
        return new HttpCall(request.getMethod().getName(), request.getUrl(), headers, request.getBody(), Instant.now());
    }
}
