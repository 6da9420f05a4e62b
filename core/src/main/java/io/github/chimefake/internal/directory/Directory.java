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
 * Who is registered where, and how everything is tagged, as one immutable value. A write makes a new one that shares
 * what did not change.
 *
 * @param appInstances by ARN
 * @param users users and bots by ARN; the app instance of each exists
 * @param tags by ARN of the tagged resource, of whichever service, and then by key
 * @param sequence how many ids were made so far
 * @param recentRequests the latest requests of the identity service that carried a client request token
 * @param chores what is still to be done
 * @param settings how the identity service behaves, and the quotas of both services
 */
public record Directory(
        TreePMap<AppInstanceArn, AppInstance> appInstances,
        TreePMap<MemberArn, AppInstanceUser> users,
        TreePMap<Arn, TreePMap<String, String>> tags,
        long sequence,
        RecentRequests recentRequests,
        Chores chores,
        IdentitySettings settings) {
    /** A directory without app instances. */
    public static final Directory EMPTY = new Directory(
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            0,
            RecentRequests.NONE,
            Chores.NONE,
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

    /** The ARNs of users, bots and app instances that were deleted since {@link #withoutDeparted}. */
    public Set<Arn> departed() {
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
                new Chores(rest.chores.expirations(), chores.departed()).departed(arn),
                settings);
    }

    /** With these tags of a resource in the place of the former ones. */
    public Directory withTags(Arn resource, TreePMap<String, String> newTags) {
        return withAllTags(newTags.isEmpty() ? tags.minus(resource) : tags.plus(resource, newTags));
    }

    /** With these tags by ARN in the place of the former ones. */
    public Directory withAllTags(TreePMap<Arn, TreePMap<String, String>> newTags) {
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
                    rest.user(rest.chores.expirations().first().user()).orElseThrow());
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
