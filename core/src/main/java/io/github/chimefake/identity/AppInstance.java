package io.github.chimefake.identity;

import org.pcollections.TreePSet;

/**
 * An app instance: what separates one application's users and channels from another's.
 *
 * @param arn its ARN
 * @param profile what it is called
 * @param admins the ARNs of its admins, which {@link Directory} keeps in step with the users
 */
public record AppInstance(String arn, Profile profile, TreePSet<String> admins) {
    /** A new one. */
    public static AppInstance of(String arn, Profile profile) {
        return new AppInstance(arn, profile, TreePSet.empty());
    }

    AppInstance with(Profile newProfile) {
        return new AppInstance(arn, newProfile, admins);
    }

    AppInstance withAdmins(TreePSet<String> newAdmins) {
        return new AppInstance(arn, profile, newAdmins);
    }
}
