package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ArnRanges;
import io.github.chimefake.internal.common.RecentRequests;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * All app instances, users, bots and tags as one immutable value. A write creates a new value that shares the unchanged
 * parts.
 *
 * @param appInstances the app instances by ARN
 * @param users the users and bots by ARN; the app instance of each exists
 * @param tags the tags by the ARN of the resource, of either service, and then by key
 * @param sequence the number of ids generated so far
 * @param recentRequests the latest requests of the identity service with a client request token
 * @param pendingDeletions the deletions that are not complete
 * @param settings the settings of the identity service, and the quotas of both services
 */
public record Directory(
        TreePMap<AppInstanceArn, AppInstance> appInstances,
        TreePMap<MemberArn, AppInstanceUser> users,
        TreePMap<Arn, TreePMap<String, String>> tags,
        long sequence,
        RecentRequests recentRequests,
        PendingDeletions pendingDeletions,
        IdentitySettings settings) {
    /** A directory without app instances. */
    public static final Directory EMPTY = new Directory(
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            0,
            RecentRequests.NONE,
            PendingDeletions.NONE,
            IdentitySettings.DEFAULT);

    /** Returns the app instance with this ARN; empty if it does not exist. */
    public Optional<AppInstance> appInstance(Arn arn) {
        return Optional.ofNullable(appInstances.get(arn));
    }

    /** Returns the user or bot with this ARN; empty if it does not exist. */
    public Optional<AppInstanceUser> user(Arn arn) {
        return Optional.ofNullable(users.get(arn));
    }

    /** Returns the users of an app instance. */
    public TreePMap<MemberArn, AppInstanceUser> usersOf(AppInstanceArn appInstance) {
        return ArnRanges.of(users, appInstance::user);
    }

    /** Returns the bots of an app instance. */
    public TreePMap<MemberArn, AppInstanceUser> botsOf(AppInstanceArn appInstance) {
        return ArnRanges.of(users, appInstance::bot);
    }

    /** Returns the tags of a resource; empty if it has none or does not exist. */
    public TreePMap<String, String> tags(Arn resource) {
        return Optional.ofNullable(tags.get(resource)).orElseGet(TreePMap::empty);
    }

    /** Returns the ARNs of users, bots and app instances that were deleted after {@link #withoutDeleted}. */
    public Set<Arn> deleted() {
        return pendingDeletions.deleted();
    }

    /** Returns this directory after messaging has also removed the deleted users, bots and app instances. */
    public Directory withoutDeleted() {
        return with(pendingDeletions.withoutDeleted());
    }

    /** Returns this directory with a new or changed app instance. */
    public Directory with(AppInstance appInstance) {
        return new Directory(
                appInstances.plus(appInstance.arn(), appInstance),
                users,
                tags,
                sequence,
                recentRequests,
                pendingDeletions,
                settings);
    }

    /** Returns this directory with a new or changed user or bot. Its app instance must exist. */
    public Directory with(AppInstanceUser user) {
        PendingDeletions kept =
                user(user.arn()).map(pendingDeletions::unscheduled).orElse(pendingDeletions);
        return new Directory(
                withAdmin(user, user.admin()),
                users.plus(user.arn(), user),
                tags,
                sequence,
                recentRequests,
                kept.scheduled(user),
                settings);
    }

    /** Returns this directory without the user or bot, its tags and its role. */
    public Directory withoutUser(AppInstanceUser user) {
        return new Directory(
                withAdmin(user, false),
                users.minus(user.arn()),
                tags.minus(user.arn()),
                sequence,
                recentRequests,
                pendingDeletions.unscheduled(user).deleted(user.arn()),
                settings);
    }

    /** Returns this directory without the app instance, its users and bots, and the tags of all its resources. */
    public Directory withoutAppInstance(AppInstanceArn arn) {
        Directory rest = this;
        for (AppInstanceUser user : ArnRanges.of(users, arn::bot, arn::user).values()) {
            rest = rest.withoutUser(user);
        }
        return new Directory(
                appInstances.minus(arn),
                rest.users,
                tags.minusAll(ArnRanges.of(tags, arn::bot, arn::user).keySet()).minus(arn),
                sequence,
                recentRequests,
                new PendingDeletions(rest.pendingDeletions.expirations(), pendingDeletions.deleted()).deleted(arn),
                settings);
    }

    /** Returns this directory with other tags of a resource. */
    public Directory withTags(Arn resource, TreePMap<String, String> newTags) {
        return withAllTags(newTags.isEmpty() ? tags.minus(resource) : tags.plus(resource, newTags));
    }

    /** Returns this directory with other tags of all resources, by ARN. */
    public Directory withAllTags(TreePMap<Arn, TreePMap<String, String>> newTags) {
        return new Directory(appInstances, users, newTags, sequence, recentRequests, pendingDeletions, settings);
    }

    /** Returns this directory with the next sequence number, for a new id. */
    public Directory advanced() {
        return new Directory(appInstances, users, tags, sequence + 1, recentRequests, pendingDeletions, settings);
    }

    /** Returns this directory with other settings. */
    public Directory with(IdentitySettings newSettings) {
        return new Directory(appInstances, users, tags, sequence, recentRequests, pendingDeletions, newSettings);
    }

    public Directory with(RecentRequests requests) {
        return new Directory(appInstances, users, tags, sequence, requests, pendingDeletions, settings);
    }

    private Directory with(PendingDeletions newChores) {
        return new Directory(appInstances, users, tags, sequence, recentRequests, newChores, settings);
    }

    /** Returns whether any user expires. */
    public boolean expires() {
        return !pendingDeletions.expirations().isEmpty();
    }

    /** Returns whether {@link #expired} has anything to remove. */
    public boolean anyExpired(Instant now) {
        return pendingDeletions.anyDue(now);
    }

    /**
     * Returns this directory without expired users. Documented: a background process deletes them, usually within six
     * hours, and until then they are ordinary users. Assumed: here they are deleted immediately.
     */
    public Directory expired(Instant now) {
        Directory rest = this;
        while (rest.anyExpired(now)) {
            rest = rest.withoutUser(
                    rest.user(rest.pendingDeletions.expirations().first().arn()).orElseThrow());
        }
        return rest;
    }

    private TreePMap<AppInstanceArn, AppInstance> withAdmin(AppInstanceUser user, boolean admin) {
        AppInstance owner = appInstance(user.appInstance()).orElseThrow();
        TreePSet<MemberArn> admins = owner.admins();
        if (admins.contains(user.arn()) == admin) {
            return appInstances;
        }
        return appInstances.plus(
                owner.arn(), owner.withAdmins(admin ? admins.plus(user.arn()) : admins.minus(user.arn())));
    }
}
