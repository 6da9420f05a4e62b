package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.rates.RateLimits;
import io.github.chimefake.internal.sessions.ConnectGates.Denial;
import io.github.chimefake.sessions.SessionEnd;
import java.util.Optional;

/** Limits the connects and connections of a user, if the test enforces these quotas. */
record ConnectLimits(RateLimits rates, OpenSessions open) {
    /** Returns the denial if the connect exceeds a limit; otherwise counts it, and takes a place for its connection. */
    Optional<Denial> check(ConnectRequest connect) {
        Optional<ServiceError> tooMany = takePlace(connect);
        if (tooMany.isPresent()) {
            return tooMany.map(error -> new Denial(SessionEnd.TOO_MANY_CONNECTIONS, error));
        }
        Optional<ServiceError> tooOften = rates.checkConnect(connect.call());
        if (tooOften.isPresent()) {
            open.giveBack(connect);
        }
        return tooOften.map(error -> new Denial(SessionEnd.TOO_MANY_CONNECTS, error));
    }

    /** Counts and takes in one step, as connects may be simultaneous. */
    private synchronized Optional<ServiceError> takePlace(ConnectRequest connect) {
        Optional<ServiceError> tooMany = rates.checkConnections(connect.call(), open.places(connect));
        if (tooMany.isEmpty()) {
            open.take(connect);
        }
        return tooMany;
    }
}
