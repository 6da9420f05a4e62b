package io.github.chimefake.internal.control.calls;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.Optional;
import java.util.function.BiFunction;

/** Who connects, in the words of the selections of connects: {@code by}. */
public record ConnectingParty(Optional<ChimeUser> user, Optional<ChimeCaller> caller) {
    /** Adds the words. */
    public static ObjectSchema words(ObjectSchema selection) {
        return selection
                .optional("by", CallWords.BY)
                .optional("mayBeMissing", Schema.bool("Whether the user that is named here may be missing now."));
    }

    /** Reads the words. */
    public static ConnectingParty read(Fields fields, ControlledFake fake) {
        Names names = new Names(fake);
        Fields by = fields.findFields("by").orElseGet(Fields::none);
        if (fields.has("by") && by.object().members().isEmpty()) {
            throw fields.invalid(
                    "by",
                    "an empty object was received; expected who connects, for example {\"user\": \"bob\"}."
                            + " Leave it out for anyone");
        }
        return new ConnectingParty(
                by.findString("user").map(given -> names.user(by, "user", fields.flag("mayBeMissing", false))),
                by.findString("caller").map(given -> names.caller(by, "caller")));
    }

    /** Returns the selection of the connects of this party. */
    public <S> S of(S any, BiFunction<S, ChimeUser, S> byUser, BiFunction<S, ChimeCaller, S> byCaller) {
        S ofUser = user.map(given -> byUser.apply(any, given)).orElse(any);
        return caller.map(given -> byCaller.apply(ofUser, given)).orElse(ofUser);
    }
}
