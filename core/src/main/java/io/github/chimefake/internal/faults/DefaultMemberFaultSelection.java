package io.github.chimefake.internal.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.MemberFaultSelection;
import io.github.chimefake.internal.faults.effects.FailedMember;
import java.util.Set;

/**
 * Selects one member of batches.
 *
 * @param batches selects batches with the member
 */
record DefaultMemberFaultSelection(DefaultFaultSelection batches, ChimeUser member) implements MemberFaultSelection {
    private static final Set<Operation> BATCHES = Set.of(Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP);

    @CanIgnoreReturnValue
    @Override
    public Registration fail(ChimeError error) {
        return fail(error, error.defaultMessage());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration fail(ChimeError error, String message) {
        batches.finished();
        Set<Operation> selected = batches.operations();
        if (selected.isEmpty() || !BATCHES.containsAll(selected)) {
            throw new IllegalArgumentException("forMember(" + member.name() + "): received "
                    + (selected.isEmpty() ? "any operation" : selected)
                    + ", but only BatchCreateChannelMembership has members that fail by themselves."
                    + " Select it with on(BATCH_CREATE_CHANNEL_MEMBERSHIP)");
        }
        return batches.inject(FailedMember.of(member, error, message));
    }
}
