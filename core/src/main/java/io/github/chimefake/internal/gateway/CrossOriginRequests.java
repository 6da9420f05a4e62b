package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.exchange.HttpRequest;

/**
 * Excludes requests of unrelated browser pages from faults. Any page open in a browser can send requests to loopback,
 * but cannot sign them as a caller of the fake. Such a request must not consume a fault for the next call.
 */
final class CrossOriginRequests {
    private CrossOriginRequests() {}

    /**
     * Returns a gate that skips the given one for requests of a browser that are not proven to be signed by a caller of
     * the fake.
     */
    static Gate skipForBrowsers(Gate gate, Access access) {
        return (call, next) ->
                isFromBrowser(call.http()) && access.provesNoCaller(call) ? next.apply(call) : gate.pass(call, next);
    }

    /**
     * Returns whether a browser sent the request. Browsers send Origin with requests that could change state, and
     * Sec-Fetch-Site with all requests.
     */
    private static boolean isFromBrowser(HttpRequest http) {
        return http.header("Origin").isPresent()
                || http.header("Sec-Fetch-Site").isPresent();
    }
}
