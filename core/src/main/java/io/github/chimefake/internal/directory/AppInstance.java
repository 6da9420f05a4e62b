package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.MemberArn;
import org.pcollections.TreePSet;

/**
 * An app instance, which contains the users and channels of one application.
 *
 * @param arn its ARN
 * @param profile its name and metadata
 * @param admins the ARNs of its admins, which {@link Directory} keeps consistent with the users
 * @param retention how long its messages are kept
 */
public record AppInstance(AppInstanceArn arn, Profile profile, TreePSet<MemberArn> admins, Retention retention) {
    /** Creates an app instance without admins. */
    public static AppInstance of(AppInstanceArn arn, Profile profile) {
        return new AppInstance(arn, profile, TreePSet.empty(), Retention.UNLIMITED);
    }

    public AppInstance with(Profile newProfile) {
        return new AppInstance(arn, newProfile, admins, retention);
    }

    AppInstance withAdmins(TreePSet<MemberArn> newAdmins) {
        return new AppInstance(arn, profile, newAdmins, retention);
    }

    public AppInstance with(Retention newRetention) {
        return new AppInstance(arn, profile, admins, newRetention);
    }
}
