package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.common.RecentRequests;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Who is registered where, and how everything is tagged, as one immutable value. A write makes a new one that shares
 * what did not change.
 *
 * @param appInstances by ARN
 * @param users users and bots by ARN; none without its app instance
 * @param tags by ARN of the tagged resource, of whichever service, and then by key
 * @param sequence how many ids were made so far
 * @param recentRequests the latest requests of the identity service that carried a client request token
 * @param chores what is still to be done
 * @param settings how the identity service behaves, and the quotas of both services
 */
public record Directory(
        TreePMap<String, AppInstance> appInstances,
        TreePMap<String, AppInstanceUser> users,
        TreePMap<String, TreePMap<String, String>> tags,
        long sequence,
        RecentRequests recentRequests,
        Chores chores,
        IdentitySettings settings) {
    /** Nobody and nothing. */
    public static final Directory EMPTY = new Directory(
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            0,
            RecentRequests.NONE,
            Chores.NONE,
            IdentitySettings.DEFAULT);

    /** The app instance with this ARN. */
    public Optional<AppInstance> appInstance(String arn) {
        return Optional.ofNullable(appInstances.get(arn));
    }

    /** The user or bot with this ARN. */
    public Optional<AppInstanceUser> user(String arn) {
        return Optional.ofNullable(users.get(arn));
    }

    /** The users of an app instance: as ARNs sort, they stand together. */
    public TreePMap<String, AppInstanceUser> usersOf(String appInstance) {
        return below(users, appInstance + "/user/");
    }

    /** The bots of an app instance. */
    public TreePMap<String, AppInstanceUser> botsOf(String appInstance) {
        return below(users, appInstance + "/bot/");
    }

    /** The tags of a resource. */
    public TreePMap<String, String> tags(String resource) {
        return Optional.ofNullable(tags.get(resource)).orElseGet(TreePMap::empty);
    }

    /** The ARNs of users, bots and app instances that were deleted since {@link #withoutDeparted}. */
    public Set<String> departed() {
        return chores.departed();
    }

    /** This directory, once all traces of the departed elsewhere are gone. */
    public Directory withoutDeparted() {
        return with(chores.withoutDeparted());
    }

    /** With this app instance, new or changed. */
    public Directory with(AppInstance appInstance) {
        return new Directory(
                appInstances.plus(appInstance.arn(), appInstance),
                users,
                tags,
                sequence,
                recentRequests,
                chores,
                settings);
    }

    /** With this user or bot, new or changed, in an app instance that exists. */
    public Directory with(AppInstanceUser user) {
        Chores kept = user(user.arn()).map(chores::unscheduled).orElse(chores);
        return new Directory(
                withAdmin(user, user.admin()),
                users.plus(user.arn(), user),
                tags,
                sequence,
                recentRequests,
                kept.scheduled(user),
                settings);
    }

    /** Without this user or bot, its tags, and its role. */
    public Directory withoutUser(AppInstanceUser user) {
        return new Directory(
                withAdmin(user, false),
                users.minus(user.arn()),
                tags.minus(user.arn()),
                sequence,
                recentRequests,
                chores.unscheduled(user).departed(user.arn()),
                settings);
    }

    /** Without this app instance, its users and bots, and the tags of all that belonged to it. */
    public Directory withoutAppInstance(String arn) {
        Directory rest = this;
        for (AppInstanceUser user : below(users, arn + "/").values()) {
            rest = rest.withoutUser(user);
        }
        return new Directory(
                appInstances.minus(arn),
                rest.users,
                tags.minusAll(below(tags, arn + "/").keySet()).minus(arn),
                sequence,
                recentRequests,
                new Chores(rest.chores.expirations(), chores.departed()).departed(arn),
                settings);
    }

    /** With these tags of a resource in the place of the former ones. */
    public Directory withTags(String resource, TreePMap<String, String> newTags) {
        return withAllTags(newTags.isEmpty() ? tags.minus(resource) : tags.plus(resource, newTags));
    }

    /** With these tags by ARN in the place of the former ones. */
    public Directory withAllTags(TreePMap<String, TreePMap<String, String>> newTags) {
        return new Directory(appInstances, users, newTags, sequence, recentRequests, chores, settings);
    }

    /** This directory after one more id was made; {@link #sequence} is its number. */
    public Directory advanced() {
        return new Directory(appInstances, users, tags, sequence + 1, recentRequests, chores, settings);
    }

    /** Returns this directory with other settings. */
    public Directory with(IdentitySettings newSettings) {
        return new Directory(appInstances, users, tags, sequence, recentRequests, chores, newSettings);
    }

    public Directory with(RecentRequests requests) {
        return new Directory(appInstances, users, tags, sequence, requests, chores, settings);
    }

    private Directory with(Chores newChores) {
        return new Directory(appInstances, users, tags, sequence, recentRequests, newChores, settings);
    }

    /** Whether any user is ever to be deleted by itself. */
    public boolean expires() {
        return !chores.expirations().isEmpty();
    }

    /** Whether {@link #expired} has anything to do. */
    public boolean anyExpired(Instant now) {
        return chores.anyDue(now);
    }

    /**
     * Without the users whose time is over. Documented: a background process deletes them, usually within six hours, and
     * until then they are users as any other. Assumed: here it takes no time.
     */
    public Directory expired(Instant now) {
        Directory rest = this;
        while (rest.anyExpired(now)) {
            rest = rest.withoutUser(
                    rest.user(rest.chores.expirations().first().userArn()).orElseThrow());
        }
        return rest;
    }

    private TreePMap<String, AppInstance> withAdmin(AppInstanceUser user, boolean admin) {
        AppInstance owner = appInstance(user.appInstance()).orElseThrow();
        TreePSet<String> admins = owner.admins();
        if (admins.contains(user.arn()) == admin) {
            return appInstances;
        }
        return appInstances.plus(
                owner.arn(), owner.withAdmins(admin ? admins.plus(user.arn()) : admins.minus(user.arn())));
    }

    private static <T> TreePMap<String, T> below(TreePMap<String, T> all, String prefix) {
        return all.subMap(prefix, true, prefix + Character.MAX_VALUE, true);
    }
}
