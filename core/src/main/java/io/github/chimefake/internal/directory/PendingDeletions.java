package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ExpirationEntry;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.TreePSet;

/**
 * The deletions that the directory and messaging have yet to do.
 *
 * @param expirations the expirations of users, the next one first
 * @param deleted the ARNs of users, bots and app instances that were deleted from the directory, but not yet from
 *     messaging
 */
record PendingDeletions(TreePSet<ExpirationEntry<MemberArn>> expirations, TreePSet<Arn> deleted) {
    static final PendingDeletions NONE = new PendingDeletions(TreePSet.empty(), TreePSet.empty());

    PendingDeletions scheduled(AppInstanceUser user) {
        return with(due(user).map(expirations::plus).orElse(expirations));
    }

    PendingDeletions unscheduled(AppInstanceUser user) {
        return with(due(user).map(expirations::minus).orElse(expirations));
    }

    private static Optional<ExpirationEntry<MemberArn>> due(AppInstanceUser user) {
        return user.end().map(end -> new ExpirationEntry<>(end, user.arn()));
    }

    boolean anyDue(Instant now) {
        return ExpirationEntry.anyDue(expirations, now);
    }

    PendingDeletions deleted(Arn arn) {
        return new PendingDeletions(expirations, deleted.plus(arn));
    }

    PendingDeletions withoutDeleted() {
        return new PendingDeletions(expirations, TreePSet.empty());
    }

    private PendingDeletions with(TreePSet<ExpirationEntry<MemberArn>> changed) {
        return new PendingDeletions(changed, deleted);
    }
}
