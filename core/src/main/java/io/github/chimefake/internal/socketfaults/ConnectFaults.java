package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.Optional;

/** The registered faults on connects. The first that is due applies; the others do not count the connect. */
public final class ConnectFaults extends Registrations<ConnectFault> {
    /** Creates a list without faults. */
    public ConnectFaults(UserCode userCode, FakeLifetime lifetime) {
        super("fault", "faults()", userCode, lifetime);
    }

    /** Returns the fault that applies to the connect, and counts it. */
    public Optional<ConnectFault> due(Call connect) {
        if (!connect.http().sender().meetsFaults()) {
            return Optional.empty();
        }
        for (Registered<ConnectFault> each : registered()) {
            if (selects(each, connect) && apply(each, connect, true)) {
                return Optional.of(each.definition());
            }
        }
        return Optional.empty();
    }
}
