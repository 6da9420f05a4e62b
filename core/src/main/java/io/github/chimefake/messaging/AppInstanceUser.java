package io.github.chimefake.messaging;

import org.pcollections.TreePSet;

/**
 * A registered user or bot, with the channels to be found from it.
 *
 * @param arn its ARN
 * @param appInstance the ARN of its app instance
 * @param name its present name, which is the name on everything it ever did
 * @param admin whether it is an AppInstanceAdmin
 * @param memberOf the ARNs of the channels it belongs to
 * @param moderatorOf the ARNs of the channels it moderates
 * @param bannedFrom the ARNs of the channels it is banned from
 */
record AppInstanceUser(
        String arn,
        String appInstance,
        String name,
        boolean admin,
        TreePSet<String> memberOf,
        TreePSet<String> moderatorOf,
        TreePSet<String> bannedFrom) {

    static AppInstanceUser of(String arn, String appInstance, String name) {
        return new AppInstanceUser(arn, appInstance, name, false, TreePSet.empty(), TreePSet.empty(), TreePSet.empty());
    }

    AppInstanceUser withName(String newName) {
        return new AppInstanceUser(arn, appInstance, newName, admin, memberOf, moderatorOf, bannedFrom);
    }

    AppInstanceUser withAdmin(boolean isAdmin) {
        return new AppInstanceUser(arn, appInstance, name, isAdmin, memberOf, moderatorOf, bannedFrom);
    }

    AppInstanceUser withMemberOf(TreePSet<String> channels) {
        return new AppInstanceUser(arn, appInstance, name, admin, channels, moderatorOf, bannedFrom);
    }

    AppInstanceUser withModeratorOf(TreePSet<String> channels) {
        return new AppInstanceUser(arn, appInstance, name, admin, memberOf, channels, bannedFrom);
    }

    AppInstanceUser withBannedFrom(TreePSet<String> channels) {
        return new AppInstanceUser(arn, appInstance, name, admin, memberOf, moderatorOf, channels);
    }
}
