package io.github.chimefake.internal.control.limits;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.control.calls.CallWords;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.calls.SelectedCalls;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.rates.RateQuota;
import io.github.chimefake.rates.RateSelection;
import java.util.Set;

/** A rate limit as data, in the words of {@link RateSelection}. */
final class RateSentence {
    private static final Schema ENFORCE = Schema.object(
                    "Documented quotas: every one, with its default for the region, or one with another limit.")
            .optional("quota", Schema.names("The quota; every one without it.", RateQuota.class))
            .optional("perSecond", CallWords.number("The limit of the quota, in calls per second."));

    /** What a rate limit may be. */
    static final NamedSchema SCHEMA = Schema.named(
            "RateLimit",
            CallWords.selection("A rate limit: which calls are counted together, and how many are allowed per second.")
                    .optional("perBearer", perSecond("each x-amz-chime-bearer"))
                    .optional("perChannel", perSecond("each channel"))
                    .optional("perAppInstance", perSecond("each app instance"))
                    .optional("perUser", perSecond("each user that requests name, or the bearer"))
                    .optional("enforce", ENFORCE)
                    .exactlyOneOf("perBearer", "perChannel", "perAppInstance", "perUser", "enforce"));

    private RateSentence() {}

    private static Schema perSecond(String scope) {
        return CallWords.number("Calls per second for " + scope + ".");
    }

    /** Registers the limit of a body that {@link #SCHEMA} has accepted. */
    static Registration register(Fields fields, ControlledFake fake) {
        if (fields.has("enforce")) {
            return enforce(fields, fake);
        }
        SelectedCalls calls = SelectedCalls.read(fields, new Names(fake));
        RateSelection selected = calls.select(fake.chime().rates(), new RateSteps());
        return fields.check("on", () -> limit(fields, selected));
    }

    private static Registration limit(Fields fields, RateSelection selected) {
        if (fields.has("perBearer")) {
            return selected.perBearer(fields.integer("perBearer"));
        } else if (fields.has("perChannel")) {
            return selected.perChannel(fields.integer("perChannel"));
        } else if (fields.has("perAppInstance")) {
            return selected.perAppInstance(fields.integer("perAppInstance"));
        }
        return selected.perUser(fields.integer("perUser"));
    }

    private static Registration enforce(Fields fields, ControlledFake fake) {
        Fields quota = fields.fields("enforce");
        Set<String> members = fields.object().members().keySet();
        if (members.size() > 1) {
            throw fields.invalid(
                    "enforce",
                    "it was received together with " + members + "; a quota says itself which calls it counts");
        }
        if (quota.has("quota") != quota.has("perSecond")) {
            throw quota.invalid(
                    quota.has("quota") ? "perSecond" : "quota",
                    "expected quota and perSecond together, or {} for all quotas");
        }
        return quota.has("quota")
                ? fake.chime().rates().enforce(quota.constant("quota", RateQuota.class), quota.integer("perSecond"))
                : fake.chime().rates().enforce();
    }
}
