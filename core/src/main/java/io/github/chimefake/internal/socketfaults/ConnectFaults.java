package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.Optional;

/**
 * The registered faults on connects. Of those that end a connect, and likewise of the others, the first that is due applies; the others do
 * not count the connect.
 */
public final class ConnectFaults extends Registrations<ConnectFault> {
    /** Creates a list without faults. */
    public ConnectFaults(UserCode userCode, FakeLifetime lifetime) {
        super("fault", "faults()", userCode, lifetime);
    }

    /** Returns the fault that ends the connect, whatever else would become of it, and counts it. */
    public Optional<ConnectFault> ending(Call connect) {
        return due(connect, true);
    }

    /** Returns the fault that applies to a connect that is allowed, and counts it. */
    public Optional<ConnectFault> accompanying(Call connect) {
        return due(connect, false);
    }

    private Optional<ConnectFault> due(Call connect, boolean ends) {
        if (!connect.http().sender().meetsFaults()) {
            return Optional.empty();
        }
        for (Registered<ConnectFault> each : registered()) {
            if (each.definition().effect().ends() == ends && selects(each, connect) && apply(each, connect, true)) {
                return Optional.of(each.definition());
            }
        }
        return Optional.empty();
    }
}
