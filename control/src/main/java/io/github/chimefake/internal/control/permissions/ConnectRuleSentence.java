package io.github.chimefake.internal.control.permissions;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.control.calls.CallWords;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.calls.SocketTimes;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.permissions.ConnectPermissionSelection;
import java.util.Optional;

/** A permission rule on connects as data, in the words of {@link ConnectPermissionSelection}. */
final class ConnectRuleSentence {
    private static final String ONE = "Connect";
    private static final String FROM = "from" + ONE;

    private enum Decision {
        DENY,
        ALLOW
    }

    /** What a rule may be. */
    static final NamedSchema SCHEMA = Schema.named(
            "ConnectRule",
            SocketTimes.words(
                            Schema.object("A permission rule on connects of messaging sessions. The latest rule that"
                                            + " matches a connect decides.")
                                    .optional("by", CallWords.BY)
                                    .optional(
                                            "mayBeMissing",
                                            Schema.bool("Whether the user that is named here may be missing now.")),
                            ONE)
                    .without(FROM)
                    .required("decision", Schema.names("Whether the connects are denied or allowed.", Decision.class)));

    private ConnectRuleSentence() {}

    /** Registers the rule of a body that {@link #SCHEMA} has accepted. */
    static Registration register(Fields fields, ControlledFake fake) {
        Names names = new Names(fake);
        Fields by = fields.findFields("by").orElseGet(Fields::none);
        if (fields.has("by") && by.object().members().isEmpty()) {
            throw fields.invalid(
                    "by",
                    "an empty object was received; expected who connects, for example {\"user\": \"bob\"}."
                            + " Leave it out for anyone");
        }
        Optional<ChimeUser> user =
                by.findString("user").map(given -> names.user(by, "user", fields.flag("mayBeMissing", false)));
        Optional<ChimeCaller> caller = by.findString("caller").map(given -> names.caller(by, "caller"));
        SocketTimes times = SocketTimes.read(fields, ONE);
        ConnectPermissionSelection all = fake.chime().permissions().onConnect();
        ConnectPermissionSelection ofUser = user.map(all::by).orElse(all);
        ConnectPermissionSelection byCaller = caller.map(ofUser::by).orElse(ofUser);
        ConnectPermissionSelection some = times.of(byCaller, byCaller::times, byCaller::nthConnect, never -> byCaller);
        return fields.constant("decision", Decision.class) == Decision.ALLOW ? some.allow() : some.deny();
    }
}
