package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.exchange.HttpCall;

/**
 * Keeps requests of pages that have nothing to do with the test away from its faults. Any page that is open in a browser may send
 * requests to loopback; but none that is signed by a caller of the fake. A fault for the next call must not be used up by one.
 */
final class ForeignPages {
    private ForeignPages() {}

    /** Returns the gate, passed over by requests of a browser that no caller of the fake need have signed. */
    static Gate passOver(Gate gate, Access access) {
        return (call, next) ->
                isFromBrowser(call.http()) && access.provesNoCaller(call) ? next.get() : gate.pass(call, next);
    }

    /** Browsers send the one with what could change something, and the other with everything. */
    private static boolean isFromBrowser(HttpCall http) {
        return http.header("Origin").isPresent()
                || http.header("Sec-Fetch-Site").isPresent();
    }
}
