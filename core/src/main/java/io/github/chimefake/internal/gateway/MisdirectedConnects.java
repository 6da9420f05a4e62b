package io.github.chimefake.internal.gateway;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.protocol.Route;

/** Explains to clients that open a messaging session at the endpoint of calls where sessions are served. */
final class MisdirectedConnects {
    private static final String PATH = "/connect";

    private MisdirectedConnects() {}

    /** Returns the route; of a request that opens a session, one that fails with the explanation. */
    static Route explain(HttpRequest http, Route route) {
        return route instanceof Route.Unknown && opensSession(http)
                ? new Route.Unknown(new ServiceError(
                        Layer.ENDPOINT,
                        ChimeError.NOT_IMPLEMENTED,
                        "Messaging sessions are not served at this endpoint.",
                        http + " opens a messaging session at the endpoint for calls. Expected the host and port in the"
                                + " response of GetMessagingSessionEndpoint: connect to those, with ws:// in front and"
                                + " /connect behind.",
                        Provenance.REQUESTED))
                : route;
    }

    private static boolean opensSession(HttpRequest http) {
        return http.rawPath().equals(PATH)
                || http.headerValues("Upgrade").stream().anyMatch("websocket"::equalsIgnoreCase);
    }
}
