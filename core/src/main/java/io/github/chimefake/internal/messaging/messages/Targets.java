package io.github.chimefake.internal.messaging.messages;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Users;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.operations.HandlerContext;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.Target;

/** Checks the target of a message: at most one, which must be a member of the channel. */
final class Targets {
    private Targets() {}

    /** Returns the ARN of the target, as the same instance as in the directory; empty for a message to all members. */
    static Optional<MemberArn> require(ChannelAccess access, HandlerContext<?> context, List<Target> targets) {
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        String memberArn = targets.get(0).memberArn();
        if (memberArn == null) {
            throw new ServiceError(
                            ChimeError.BAD_REQUEST,
                            "1 validation error detected: Value at 'Target[0].MemberArn' failed to satisfy constraint: Member"
                                    + " must not be null",
                            "The target names no member, which the model allows. Set its MemberArn, or leave the target"
                                    + " out.",
                            Provenance.ASSUMED)
                    .asException();
        }
        ChannelState channel = access.channel();
        AppInstanceUser target = Users.require(access.state(), channel.appInstance(), context.arn(memberArn));
        if (!channel.hasMember(target.arn())) {
            throw access.forbidden(
                    "The target " + target.arn() + " is not a member of " + channel.arn()
                            + ". Add it to the channel first, or leave the target out.",
                    Provenance.ASSUMED);
        }
        return Optional.of(target.arn());
    }
}
