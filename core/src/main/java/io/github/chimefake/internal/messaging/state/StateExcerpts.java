package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.ArnRanges;
import io.github.chimefake.internal.common.Excerpts;
import io.github.chimefake.internal.directory.DirectoryExcerpts;

/** Says what there is, for the explanation of a refusal. Shows a few and never looks at many. */
public final class StateExcerpts {
    private StateExcerpts() {}

    public static String appInstances(State state) {
        return DirectoryExcerpts.appInstances(state.directory());
    }

    /** Some users of any app instance. */
    public static String users(State state) {
        return DirectoryExcerpts.users(state.directory());
    }

    /** Returns users of the app instance that the ARN belongs to; app instances if that one does not exist. */
    public static String users(State state, Arn arn) {
        return DirectoryExcerpts.users(state.directory(), arn);
    }

    /** Returns channels of the app instance that the ARN belongs to; app instances if that one does not exist. */
    public static String channels(State state, Arn arn) {
        return DirectoryExcerpts.owner(state.directory(), arn)
                .map(appInstance -> "Channels of " + appInstance + ": "
                        + Excerpts.few(ArnRanges.of(state.channels(), appInstance::channel))
                        + ".")
                .orElseGet(() -> appInstances(state));
    }

    /** Returns flows of the app instance that the ARN belongs to; app instances if that one does not exist. */
    public static String flows(State state, Arn arn) {
        return DirectoryExcerpts.owner(state.directory(), arn)
                .map(appInstance -> "Channel flows of " + appInstance + ": "
                        + Excerpts.few(ChannelFlows.of(state, appInstance)) + ".")
                .orElseGet(() -> appInstances(state));
    }
}
