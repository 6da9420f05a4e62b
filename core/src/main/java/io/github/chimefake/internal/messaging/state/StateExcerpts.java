package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.ArnRanges;
import io.github.chimefake.internal.common.Excerpts;
import io.github.chimefake.internal.directory.DirectoryExcerpts;

/** Lists the first few resources of the state, for the explanation of an error. */
public final class StateExcerpts {
    private StateExcerpts() {}

    public static String appInstances(State state) {
        return DirectoryExcerpts.appInstances(state.directory());
    }

    /** Returns the first few users of any app instance. */
    public static String users(State state) {
        return DirectoryExcerpts.users(state.directory());
    }

    /** Returns the first few users of the ARN's app instance; if it does not exist, the first few app instances. */
    public static String users(State state, Arn arn) {
        return DirectoryExcerpts.users(state.directory(), arn);
    }

    /** Returns the first few channels of the ARN's app instance; if it does not exist, the first few app instances. */
    public static String channels(State state, Arn arn) {
        return DirectoryExcerpts.owner(state.directory(), arn)
                .map(appInstance -> "Channels of " + appInstance + ": "
                        + Excerpts.few(ArnRanges.of(state.channels(), appInstance::channel))
                        + ".")
                .orElseGet(() -> appInstances(state));
    }

    /** Returns the first few flows of the ARN's app instance; if it does not exist, the first few app instances. */
    public static String flows(State state, Arn arn) {
        return DirectoryExcerpts.owner(state.directory(), arn)
                .map(appInstance -> "Channel flows of " + appInstance + ": "
                        + Excerpts.few(ChannelFlows.of(state, appInstance)) + ".")
                .orElseGet(() -> appInstances(state));
    }
}
