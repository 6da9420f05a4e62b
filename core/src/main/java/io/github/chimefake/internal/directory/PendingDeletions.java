package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.TreePSet;

/**
 * The deletions that the directory and messaging have yet to do.
 *
 * @param expirations the expirations of users, the next one first
 * @param deleted the ARNs of users, bots and app instances that were deleted from the directory, but not yet from
 *     messaging
 */
record PendingDeletions(TreePSet<Due> expirations, TreePSet<Arn> deleted) {
    static final PendingDeletions NONE = new PendingDeletions(TreePSet.empty(), TreePSet.empty());

    /** The expiration of a user. */
    record Due(Instant when, MemberArn user) implements Comparable<Due> {
        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::when).thenComparing(Due::user);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    PendingDeletions scheduled(AppInstanceUser user) {
        return with(due(user).map(expirations::plus).orElse(expirations));
    }

    PendingDeletions unscheduled(AppInstanceUser user) {
        return with(due(user).map(expirations::minus).orElse(expirations));
    }

    private static Optional<Due> due(AppInstanceUser user) {
        return user.end().map(end -> new Due(end, user.arn()));
    }

    boolean anyDue(Instant now) {
        return !expirations.isEmpty() && !expirations.first().when().isAfter(now);
    }

    PendingDeletions deleted(Arn arn) {
        return new PendingDeletions(expirations, deleted.plus(arn));
    }

    PendingDeletions withoutDeleted() {
        return new PendingDeletions(expirations, TreePSet.empty());
    }

    private PendingDeletions with(TreePSet<Due> changed) {
        return new PendingDeletions(changed, deleted);
    }
}
