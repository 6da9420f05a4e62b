package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.call.HttpCall;

/**
 * Keeps requests of pages that have nothing to do with the test away from its faults. Any page that is open in a browser may send
 * requests to loopback; but without a signature, which ends them at the gate that authenticates. A fault for the next call must not
 * be used up by one.
 */
final class ForeignPages {
    private ForeignPages() {}

    /** Returns the gate, passed over by requests of a browser that are not signed. */
    static Gate passOver(Gate gate, Access access) {
        return (call, next) ->
                isFromBrowser(call.http()) && access.isUnsigned(call.http()) ? next.get() : gate.pass(call, next);
    }

    /** Browsers send the one with what could change something, and the other with everything. */
    private static boolean isFromBrowser(HttpCall http) {
        return http.header("Origin").isPresent()
                || http.header("Sec-Fetch-Site").isPresent();
    }
}
