package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.TreePSet;

/**
 * What the directory does later, without a call for it.
 *
 * @param expirations which users are to be deleted by themselves, the next one first
 * @param departed the ARNs of users, bots and app instances that were deleted, and of which messaging does not know yet
 */
record Chores(TreePSet<Due> expirations, TreePSet<Arn> departed) {
    static final Chores NONE = new Chores(TreePSet.empty(), TreePSet.empty());

    /** Which user is to be deleted, and when. */
    record Due(Instant when, MemberArn user) implements Comparable<Due> {
        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::when).thenComparing(Due::user);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    Chores scheduled(AppInstanceUser user) {
        return with(due(user).map(expirations::plus).orElse(expirations));
    }

    Chores unscheduled(AppInstanceUser user) {
        return with(due(user).map(expirations::minus).orElse(expirations));
    }

    private static Optional<Due> due(AppInstanceUser user) {
        return user.end().map(end -> new Due(end, user.arn()));
    }

    boolean anyDue(Instant now) {
        return !expirations.isEmpty() && !expirations.first().when().isAfter(now);
    }

    Chores departed(Arn arn) {
        return new Chores(expirations, departed.plus(arn));
    }

    Chores withoutDeparted() {
        return new Chores(expirations, TreePSet.empty());
    }

    private Chores with(TreePSet<Due> changed) {
        return new Chores(changed, departed);
    }
}
