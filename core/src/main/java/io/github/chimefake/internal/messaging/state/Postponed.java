package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import java.util.Set;
import org.pcollections.TreePSet;

/**
 * What a write leaves to be done in the background: deleting the data of app instances, and dissolving sub-channels that
 * are too small. No request and no fixture method sees a state in which something is left to be done, so that they need
 * not expect channels whose app instance is gone.
 */
public final class Postponed {
    private Postponed() {}

    /** Returns the ARNs of the deleted app instances, and of the elastic channels that must be balanced. */
    public static Set<Arn> of(State state) {
        return state.pendingDeletions().postponed();
    }

    static State add(State state, Arn arn) {
        return state.withPostponed(state.pendingDeletions().postponed().plus(arn));
    }

    /** Returns the state after all of it was done; the same state if nothing is left to be done. */
    public static State finish(State state) {
        TreePSet<Arn> postponed = state.pendingDeletions().postponed();
        if (postponed.isEmpty()) {
            return state;
        }
        State rest = state.withPostponed(TreePSet.empty());
        for (Arn arn : postponed) {
            if (arn instanceof AppInstanceArn appInstance) {
                rest = DirectoryDeletions.withoutDataOf(rest, appInstance);
            } else if (arn instanceof ChannelArn channel) {
                rest = ElasticChannels.mergeSmallSubChannels(rest, channel);
            }
        }
        return rest;
    }
}
