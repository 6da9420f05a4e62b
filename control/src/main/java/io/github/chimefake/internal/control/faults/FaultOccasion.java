package io.github.chimefake.internal.control.faults;

import io.github.chimefake.Operation;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.internal.control.calls.AwsNames;
import io.github.chimefake.internal.control.calls.CallWords;
import io.github.chimefake.internal.control.calls.SelectedCalls;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.sdk.EqualMembers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * After which calls and in which time a fault applies.
 *
 * @param after a call of one of these operations must come before; none if none must
 * @param members what the request of that call must have
 * @param duration how long from now
 * @param start the first instant
 * @param end the first instant that is no longer selected
 */
record FaultOccasion(
        List<Operation> after,
        Optional<EqualMembers> members,
        Optional<Duration> duration,
        Optional<Instant> start,
        Optional<Instant> end) {
    static final Schema AFTER = Schema.object(
                    "Only calls after a call of one of these operations, or after one whose request has members.")
            .required("on", CallWords.OPERATIONS)
            .optional("matching", CallWords.MATCHING);

    static final Schema DURING = Schema.object(
                    "Only calls in this time, on the fake's clock: a duration from now, or from start to end.")
            .optional("duration", Schema.duration("From now."))
            .optional("start", Schema.instant("The first instant."))
            .optional("end", Schema.instant("The first instant that is no longer selected."));

    static FaultOccasion read(Fields fault) {
        Fields after = fault.findFields("after").orElseGet(Fields::none);
        List<Operation> operations =
                after.strings("on").stream().map(AwsNames::operation).toList();
        Fields during = fault.findFields("during").orElseGet(Fields::none);
        FaultOccasion occasion = new FaultOccasion(
                operations,
                SelectedCalls.members(after, operations),
                during.findDuration("duration"),
                during.findInstant("start"),
                during.findInstant("end"));
        if (fault.has("during") && !occasion.hasTime()) {
            throw fault.invalid("during", "expected either a positive duration, or start and a later end");
        }
        return occasion;
    }

    private boolean hasTime() {
        return duration.isPresent()
                ? start.isEmpty() && end.isEmpty() && !duration.get().isZero()
                : start.isPresent() && end.filter(start.get()::isBefore).isPresent();
    }

    /** Returns the selection of calls on this occasion. */
    FaultSelection of(FaultSelection any) {
        FaultSelection later = afterwards(any);
        if (duration.isPresent()) {
            return later.during(duration.get());
        }
        return start.isPresent() ? later.during(start.get(), end.orElseThrow()) : later;
    }

    private FaultSelection afterwards(FaultSelection any) {
        if (after.isEmpty()) {
            return any;
        }
        Operation first = after.get(0);
        return members.map(equal -> any.after(first.requestType(), equal))
                .orElseGet(() -> any.after(first, after.stream().skip(1).toArray(Operation[]::new)));
    }
}
