package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.List;
import java.util.Optional;

/** The registered rules on connects. The latest rule that matches decides; earlier rules do not count the connect. */
public final class ConnectRules extends Registrations<ConnectRule> {
    /** Creates a list without rules. */
    public ConnectRules(UserCode userCode, FakeLifetime lifetime) {
        super("permission rule", "permissions()", userCode, lifetime);
    }

    /** Returns the latest rule that matches the connect. */
    public Optional<ConnectRule> check(Call connect) {
        List<Registered<ConnectRule>> rules = registered();
        for (int i = rules.size() - 1; i >= 0; i--) {
            Registered<ConnectRule> rule = rules.get(i);
            if (selects(rule, connect) && apply(rule, connect, true)) {
                return Optional.of(rule.definition());
            }
        }
        return Optional.empty();
    }
}
