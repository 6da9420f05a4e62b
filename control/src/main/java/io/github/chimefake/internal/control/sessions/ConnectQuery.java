package io.github.chimefake.internal.control.sessions;

import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.sessions.RecordedSession;
import java.util.Optional;

/** Selects connects of the history. An empty component selects any. */
record ConnectQuery(Optional<String> userArn, Optional<Boolean> denied) {
    static Route.Builder parameters(Route.Builder route) {
        return route.query("user", References.USER, "Only connects of this user: its id or ARN.")
                .query(
                        "denied",
                        Schema.bool(
                                "true for connects that were denied, false for all others, those that a fault ended included."),
                        "Only connects that were denied, or only others.");
    }

    /** The user need not exist. */
    static ConnectQuery read(Fields query, ControlledFake fake) {
        return new ConnectQuery(
                query.findString("user")
                        .map(user -> new Names(fake).user(query, "user").arn()),
                query.findFlag("denied"));
    }

    boolean selects(RecordedSession session) {
        return (userArn.isEmpty() || userArn.equals(session.userArn()))
                && (denied.isEmpty() || denied.get() == session.deniedBy().isPresent());
    }
}
