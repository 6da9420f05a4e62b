package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.exchange.CallResult;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;

/** Fails the first member of a batch; the others are processed. */
record FailedFirstMember(ChimeError error, String message) implements BuiltInEffect {
    @Override
    public CallResult apply(CallUnderFault call) {
        return call.request() instanceof BatchCreateChannelMembershipRequest batch
                        && !batch.memberArns().isEmpty()
                ? FailedMember.of(ChimeUser.of(batch.memberArns().get(0)), error, message)
                        .apply(call)
                : call.process();
    }

    @Override
    public String toString() {
        return "fail the first member with " + error.code().orElse(error.errorType());
    }
}
