package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.rates.RateLimits;
import io.github.chimefake.internal.sessions.ConnectGates.Denial;
import io.github.chimefake.sessions.SessionEnd;
import java.util.Optional;

/** Limits the connects and connections of a user, if the test enforces these quotas. */
record ConnectLimits(RateLimits rates, OpenSessions open) {
    /** Returns the denial if the connect exceeds a limit; otherwise counts it. */
    Optional<Denial> check(Call connect) {
        return connect.bearer().flatMap(user -> {
            int connections = connections(user);
            return rates.checkConnections(connect, connections)
                    .map(error -> new Denial(SessionEnd.TOO_MANY_CONNECTIONS, error))
                    .or(() ->
                            rates.checkConnect(connect).map(error -> new Denial(SessionEnd.TOO_MANY_CONNECTS, error)));
        });
    }

    private int connections(Arn user) {
        return (int)
                open.all().stream().filter(session -> session.isOf(user.text())).count();
    }
}
