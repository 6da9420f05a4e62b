package io.github.chimefake.internal.faults;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.faults.effects.FailedMember;
import io.github.chimefake.internal.filter.CallFilter;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * When a fault selects calls at all. A call that it does not select is not counted.
 *
 * @param member only batches with this member
 * @param after only after a call that this filter selects
 * @param first only from a call of this operation on that the fault applies to
 * @param window only in this time
 * @param probability of each call, from 0 to 1
 */
record FaultConditions(
        Optional<ChimeUser> member,
        Optional<CallFilter> after,
        Optional<Operation> first,
        Optional<FaultWindow> window,
        double probability) {
    static final FaultConditions NONE =
            new FaultConditions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);

    FaultConditions forMember(ChimeUser other) {
        return new FaultConditions(Optional.of(other), after, first, window, probability);
    }

    FaultConditions after(CallFilter filter) {
        return new FaultConditions(member, Optional.of(filter.requireSatisfiable()), first, window, probability);
    }

    FaultConditions beginningWith(Operation operation) {
        return new FaultConditions(member, after, Optional.of(operation), window, probability);
    }

    FaultConditions during(FaultWindow other) {
        return new FaultConditions(member, after, first, Optional.of(other), probability);
    }

    FaultConditions withProbability(double other) {
        if (!(other > 0 && other <= 1)) {
            throw new IllegalArgumentException(
                    "withProbability(" + other + "): expected more than 0 and at most 1, for example 0.1");
        }
        return new FaultConditions(member, after, first, window, other);
    }

    /** Returns whether the request is a batch with the member; true if the conditions have none. */
    boolean names(AwsRequest request) {
        return member.isEmpty() || FailedMember.has(request, member.get());
    }

    /** Returns the steps of a selection that the conditions come from, for example {@code .withProbability(0.1)}. */
    String steps() {
        return member.map(user -> ".forMember(" + user.name() + ")").orElse("")
                + after.map(filter -> ".after(" + filter + ")").orElse("")
                + window.map(time -> ".during(" + time.start() + ", " + time.end() + ")")
                        .orElse("")
                + (probability < 1 ? ".withProbability(" + probability + ")" : "");
    }

    /** Returns the conditions, each followed by a comma; empty if there are none. */
    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(", ", "", ", ").setEmptyValue("");
        member.ifPresent(user -> words.add("member " + user.name()));
        after.ifPresent(filter -> words.add("after " + filter));
        first.ifPresent(operation -> words.add("beginning with " + operation));
        window.ifPresent(time -> words.add(time.toString()));
        if (probability < 1) {
            words.add("with probability " + probability);
        }
        return words.toString();
    }
}
