package io.github.chimefake.internal.sessions;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.permissions.ConnectRules;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.UserArn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.sessions.SessionEnd;
import java.util.Optional;

/** Decides who may open a messaging session, in the order in which the gates decide about calls. */
final class ConnectGates {
    private final Access access;
    private final ConnectRules rules;
    private final ConnectLimits limits;
    private final MessagingService messaging;

    ConnectGates(Access access, ConnectRules rules, ConnectLimits limits, MessagingService messaging) {
        this.access = access;
        this.rules = rules;
        this.limits = limits;
        this.messaging = messaging;
    }

    /**
     * Why a connect is denied.
     *
     * @param end decides on the close code
     */
    record Denial(SessionEnd end, ServiceError error) {}

    /**
     * What the gates have decided.
     *
     * @param denial empty if the connect is allowed
     * @param audited the denial by policies that audit mode only reports
     */
    record Decision(Optional<Denial> denial, Optional<ServiceError> audited) {}

    Decision decide(ConnectRequest connect) {
        Call call = connect.call();
        try {
            ServiceErrorException.throwIfPresent(access.authenticate(call));
            ServiceErrorException.throwIfPresent(rules.check(call).flatMap(rule -> rule.serviceError()));
            Optional<ServiceError> audited = connect.user().flatMap(user -> access.authorizeConnect(call, user));
            ServiceErrorException.throwIfPresent(checkUser(connect));
            return new Decision(limits.check(connect), audited);
        } catch (ServiceErrorException denied) {
            return new Decision(Optional.of(new Denial(SessionEnd.DENIED, denied.serviceError())), Optional.empty());
        }
    }

    private Optional<ServiceError> checkUser(ConnectRequest connect) {
        if (connect.user().isEmpty()) {
            return denied("The connect has no parameter userArn. " + expected(), Provenance.ASSUMED);
        }
        Arn user = connect.user().get();
        if (!(user instanceof UserArn)) {
            return denied(
                    "The parameter userArn of the connect is \"" + user + "\", which is "
                            + (user.kind().isEmpty()
                                    ? "not an ARN"
                                    : "the ARN of a resource of the kind " + user.kind())
                            + ". " + expected(),
                    Provenance.OBSERVED);
        }
        return messaging.findBearer(connect.call()).isPresent()
                ? Optional.empty()
                : denied(
                        "The parameter userArn of the connect is " + user
                                + ", which is not registered, or was deleted. Register the user before it connects, for"
                                + " example with chime.user(\"" + user.id() + "\").",
                        Provenance.OBSERVED);
    }

    private static String expected() {
        return "Expected the ARN of an AppInstanceUser that is registered: only users have sessions, not bots and not app instances."
                + " Take it from chime.user(…).arn().";
    }

    private static Optional<ServiceError> denied(String explanation, Provenance provenance) {
        return Optional.of(ServiceError.of(Layer.BEARER, ChimeError.UNAUTHORIZED_CLIENT, explanation, provenance));
    }
}
