package io.github.chimefake.internal.control.permissions;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.control.calls.ConnectingParty;
import io.github.chimefake.internal.control.calls.SocketSchedule;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.permissions.ConnectPermissionSelection;

/** A permission rule on connects as data, in the words of {@link ConnectPermissionSelection}. */
final class ConnectRuleSentence {
    private static final String ONE = "Connect";

    private enum Decision {
        DENY,
        ALLOW
    }

    /** What a rule may be. */
    static final NamedSchema SCHEMA = Schema.named(
            "ConnectRule",
            SocketSchedule.words(
                            ConnectingParty.words(Schema.object("A permission rule on connects of messaging sessions."
                                    + " The latest rule that matches a connect decides.")),
                            ONE)
                    .required("decision", Schema.names("Whether the connects are denied or allowed.", Decision.class)));

    private ConnectRuleSentence() {}

    /** Registers the rule of a body that {@link #SCHEMA} has accepted. */
    static Registration register(Fields fields, ControlledFake fake) {
        ConnectPermissionSelection connects = ConnectingParty.read(fields, fake)
                .of(
                        fake.chime().permissions().onConnect(),
                        ConnectPermissionSelection::by,
                        ConnectPermissionSelection::by);
        ConnectPermissionSelection some = SocketSchedule.read(fields, ONE)
                .of(connects, connects::connects, connects::nthConnect, connects::fromConnect);
        return fields.constant("decision", Decision.class) == Decision.ALLOW ? some.allow() : some.deny();
    }
}
