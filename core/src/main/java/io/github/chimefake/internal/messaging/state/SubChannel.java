package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.MemberArn;
import org.pcollections.TreePSet;

/**
 * A sub-channel of an elastic channel. Its members exchange messages only with each other.
 *
 * @param id its id
 * @param members its members, including moderators
 * @param regularMembers the number of members without moderators, which its target size limits
 * @param log its persistent messages
 */
public record SubChannel(String id, TreePSet<MemberArn> members, int regularMembers, MessageLog log) {
    static SubChannel empty(String id) {
        return new SubChannel(id, TreePSet.empty(), 0, MessageLog.EMPTY);
    }

    SubChannel plus(MemberArn member, boolean moderator) {
        return new SubChannel(id, members.plus(member), regularMembers + (moderator ? 0 : 1), log);
    }

    SubChannel minus(MemberArn member, boolean moderator) {
        return new SubChannel(id, members.minus(member), regularMembers - (moderator ? 0 : 1), log);
    }

    SubChannel with(MessageLog newLog) {
        return new SubChannel(id, members, regularMembers, newLog);
    }
}
