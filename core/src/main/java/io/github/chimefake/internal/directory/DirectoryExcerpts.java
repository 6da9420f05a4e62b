package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.ArnRanges;
import io.github.chimefake.internal.common.Excerpts;
import java.util.Optional;

/** Lists the first few resources of the directory, for the explanation of an error. */
public final class DirectoryExcerpts {
    private DirectoryExcerpts() {}

    /** Returns the first few app instances. */
    public static String appInstances(Directory directory) {
        return "App instances: " + Excerpts.few(directory.appInstances()) + ".";
    }

    /** Returns the first few users and bots of any app instance. */
    public static String users(Directory directory) {
        return "Registered: " + Excerpts.few(directory.users()) + ".";
    }

    /**
     * Returns the first few users and bots of the ARN's app instance; if it does not exist, the first few app
     * instances.
     */
    public static String users(Directory directory, Arn arn) {
        return owner(directory, arn)
                .map(appInstance -> "Registered in " + appInstance + ": "
                        + Excerpts.few(ArnRanges.of(directory.users(), appInstance::bot, appInstance::user))
                        + ".")
                .orElseGet(() -> appInstances(directory));
    }

    /** Returns the app instance that the ARN belongs to; empty if it does not exist. */
    public static Optional<AppInstanceArn> owner(Directory directory, Arn arn) {
        return arn.owner().filter(directory.appInstances()::containsKey);
    }
}
