package io.github.chimefake.internal.gateway;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.protocol.Route;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says where a client looks for messaging sessions (WebSocket) that the fake serves none. */
final class UnservedSessions {
    private static final String PATH = "/connect";
    private static final String ADVICE =
            " This version of the fake serves no messaging sessions (WebSocket), so clients"
                    + " receive no events. Read messages with ListChannelMessages, and what happened in chime.journal(). For code"
                    + " that opens a session, start a WebSocket server in the test and call"
                    + " chime.sessions().endpoint(\"host:port\").";

    private final AtomicBoolean logged = new AtomicBoolean();

    /** Returns the route; of a request that opens a session, one that fails with the explanation. */
    static Route explain(HttpRequest http, Route route) {
        return route instanceof Route.Unknown && opensSession(http)
                ? new Route.Unknown(new ServiceError(
                        Layer.ENDPOINT,
                        ChimeError.NOT_IMPLEMENTED,
                        "The fake serves no messaging sessions.",
                        http + " opens a messaging session." + ADVICE,
                        Provenance.REQUESTED))
                : route;
    }

    private static boolean opensSession(HttpRequest http) {
        return http.rawPath().equals(PATH)
                || http.headerValues("Upgrade").stream().anyMatch("websocket"::equalsIgnoreCase);
    }

    /**
     * Returns the result of a call with the explanation if it names the fake as the endpoint of sessions.
     *
     * @param setByTest whether the test has set another endpoint
     */
    CallResult explain(Call call, CallResult result, boolean setByTest) {
        if (call.operation() != Operation.GET_MESSAGING_SESSION_ENDPOINT || setByTest) {
            return result;
        }
        String note = "The endpoint in this response is the fake itself." + ADVICE;
        if (!logged.getAndSet(true)) {
            log().log(Level.WARNING, "GetMessagingSessionEndpoint was called. " + note);
        }
        return result.withNote(note);
    }

    private static Logger log() {
        return System.getLogger(UnservedSessions.class.getName());
    }
}
