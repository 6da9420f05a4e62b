package io.github.chimefake.internal.control.limits;

import io.github.chimefake.Registration;
import io.github.chimefake.consistency.ReadSelection;
import io.github.chimefake.internal.control.calls.CallWords;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.calls.SelectedCalls;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.Optional;

/** Stale reads as data, in the words of {@link ReadSelection}. */
final class StaleReadSentence {
    /** What stale reads may be. */
    static final NamedSchema SCHEMA = Schema.named(
            "StaleReads",
            CallWords.selection("Reads that do not see the latest writes: which reads, and for how long.")
                    .optional(
                            "eventual",
                            Schema.bool("true for the staleness that was observed: three of ten reads, 2.5 seconds."))
                    .optional(
                            "staleFor",
                            Schema.duration("Reads do not see the writes of the last period of this duration."))
                    .optional("staleReads", CallWords.number("How many reads after each write do not see it."))
                    .optional(
                            "sometimesStaleFor",
                            Schema.duration("As staleFor, for a share of the reads, by the seed of the fake."))
                    .optional(
                            "share",
                            Schema.number("The share for sometimesStaleFor, more than 0; 0.3 without it.", 0, 1))
                    .exactlyOneOf("eventual", "staleFor", "staleReads", "sometimesStaleFor"));

    private StaleReadSentence() {}

    /** Registers the stale reads of a body that {@link #SCHEMA} has accepted. */
    static Registration register(Fields fields, ControlledFake fake) {
        SelectedCalls calls = SelectedCalls.read(fields, new Names(fake));
        Optional<Double> share = fields.findNumber("share");
        if (share.isPresent() && (!fields.has("sometimesStaleFor") || share.get() == 0)) {
            throw fields.invalid(
                    "share",
                    share.get() + " was received; expected more than 0, at most 1, together with sometimesStaleFor");
        }
        if (fields.has("eventual") && !fields.flag("eventual")) {
            throw fields.invalid("eventual", "false was received; expected true, or leave it out");
        }
        for (String duration : new String[] {"staleFor", "sometimesStaleFor"}) {
            if (fields.findDuration(duration).filter(length -> length.isZero()).isPresent()) {
                throw fields.invalid(
                        duration, "\"" + fields.string(duration) + "\" was received; expected a positive duration");
            }
        }
        ReadSelection selected = calls.select(fake.chime().consistency(), new ReadSteps());
        return fields.check("on", () -> stale(fields, share, selected));
    }

    private static Registration stale(Fields fields, Optional<Double> share, ReadSelection selected) {
        if (fields.has("eventual")) {
            return selected.eventual();
        } else if (fields.has("staleFor")) {
            return selected.staleFor(fields.duration("staleFor"));
        } else if (fields.has("staleReads")) {
            return selected.staleReads(fields.integer("staleReads"));
        }
        return share.map(number -> selected.sometimesStaleFor(fields.duration("sometimesStaleFor"), number))
                .orElseGet(() -> selected.sometimesStaleFor(fields.duration("sometimesStaleFor")));
    }
}
