package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.background.Work;
import io.github.chimefake.internal.events.WriteCause;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The work that the write of one call has left to the background. */
final class PostponedWork implements Work {
    private static final int NAMED = 3;

    private final Store store;
    private final Set<Arn> subjects;
    private final WriteCause cause;
    private final Instant since;

    /**
     * Creates work.
     *
     * @param subjects the deleted app instances, and the channels to be balanced
     * @param cause the call
     * @param since the time of its write
     */
    PostponedWork(Store store, Set<Arn> subjects, WriteCause cause, Instant since) {
        this.store = store;
        this.subjects = subjects;
        this.cause = cause;
        this.since = since;
    }

    WriteCause cause() {
        return cause;
    }

    Instant since() {
        return since;
    }

    @Override
    public String description() {
        String named = subjects.stream()
                .limit(NAMED)
                .map(arn -> arn instanceof AppInstanceArn ? "deletion of the data of " + arn : "balancing of " + arn)
                .collect(Collectors.joining(", "));
        return subjects.size() > NAMED ? named + " and " + (subjects.size() - NAMED) + " more" : named;
    }

    @Override
    public boolean runsUserCode() {
        return false;
    }

    @Override
    public void run(BooleanSupplier wanted) {
        store.finish(this, wanted);
    }
}
