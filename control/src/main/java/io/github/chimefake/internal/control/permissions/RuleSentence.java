package io.github.chimefake.internal.control.permissions;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.control.calls.AwsNames;
import io.github.chimefake.internal.control.calls.CallSchedule;
import io.github.chimefake.internal.control.calls.CallWords;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.calls.SelectedCalls;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.permissions.PermissionSelection;
import java.util.Optional;

/** A permission rule as data, in the words of {@link PermissionSelection}. */
final class RuleSentence {
    private enum Decision {
        DENY,
        ALLOW
    }

    /** What a rule may be. */
    static final NamedSchema SCHEMA = Schema.named(
            "PermissionRule",
            CallWords.schedule(CallWords.selectionWithRole(
                            "A permission rule: which calls, and whether they are denied or allowed. The latest rule that matches"
                                    + " a call decides."))
                    .required("decision", Schema.names("Whether the calls are denied or allowed.", Decision.class))
                    .optional("error", AwsNames.ERROR)
                    .optional(
                            "message",
                            Schema.string("The message of the error; that of AWS without it.")
                                    .length(0, 4096)));

    private RuleSentence() {}

    /** Registers the rule of a body that {@link #SCHEMA} has accepted. */
    static Registration register(Fields fields, ControlledFake fake) {
        SelectedCalls calls = SelectedCalls.read(fields, new Names(fake));
        Optional<CallSchedule> schedule = CallSchedule.read(fields);
        boolean allows = fields.constant("decision", Decision.class) == Decision.ALLOW;
        for (String ofDenials : new String[] {"error", "message"}) {
            if (allows && fields.has(ofDenials)) {
                throw fields.invalid(ofDenials, "a rule that allows has none; leave it out, or expected decision DENY");
            }
        }
        ChimeError error = fields.findString("error").map(AwsNames::error).orElse(ChimeError.UNAUTHORIZED_CLIENT);
        String message = fields.findString("message").orElse(error.defaultMessage());
        PermissionSelection selected = calls.select(fake.chime().permissions(), new PermissionSteps());
        PermissionSelection byRole = calls.role().map(selected::by).orElse(selected);
        PermissionSelection scheduled = schedule.map(times -> times.of(byRole)).orElse(byRole);
        return fields.check("on", () -> allows ? scheduled.allow() : scheduled.deny(error, message));
    }
}
