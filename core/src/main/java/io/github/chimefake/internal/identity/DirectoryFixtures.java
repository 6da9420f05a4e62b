package io.github.chimefake.internal.identity;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.BotArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ResourceIds;
import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.DirectoryExcerpts;
import io.github.chimefake.internal.directory.DirectoryStore;
import io.github.chimefake.internal.directory.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Fixture methods for the directory. They make no calls, and throw an IllegalArgumentException for invalid data.
 * Thread-safe.
 */
public final class DirectoryFixtures {
    /** The maximum lengths of the service model. */
    private static final int LONGEST_USER_NAME = 100;

    private static final int LONGEST_BOT_NAME = 256;

    private static final int LONGEST_APP_INSTANCE_ID = 128;

    private final DirectoryStore store;

    /** Creates fixture methods for a directory. */
    public DirectoryFixtures(DirectoryStore store) {
        this.store = store;
    }

    /**
     * Adds an app instance.
     *
     * @throws IllegalArgumentException if the ARN is not that of an app instance, or exists already
     */
    public void createAppInstance(AppInstanceArn arn, String name) {
        requireAppInstance(arn);
        store.change((before, now) -> {
            if (before.appInstance(arn).isPresent()) {
                throw new IllegalArgumentException(
                        "The app instance " + arn + " exists already. Give each app instance once");
            }
            return withAppInstance(before, arn, name, now);
        });
    }

    private static Directory withAppInstance(Directory before, AppInstanceArn arn, String name, Instant now) {
        return before.with(AppInstance.of(arn, Profile.of(name, now)));
    }

    private static void requireAppInstance(AppInstanceArn arn) {
        if (!arn.parts().service().equals("chime") || arn.id().length() > LONGEST_APP_INSTANCE_ID) {
            throw new IllegalArgumentException("Not the ARN of an app instance: " + arn
                    + ". Expected, for example, arn:aws:chime:us-east-1:111122223333:app-instance/chat");
        }
    }

    /**
     * Adds an app instance, unless it exists.
     *
     * @throws IllegalArgumentException if the ARN is not that of an app instance
     */
    public void ensureAppInstance(AppInstanceArn arn) {
        requireAppInstance(arn);
        if (store.directory().appInstance(arn).isEmpty()) {
            store.change((before, now) ->
                    before.appInstance(arn).isPresent() ? before : withAppInstance(before, arn, arn.id(), now));
        }
    }

    /** Returns the ARNs of all app instances. */
    public List<AppInstanceArn> appInstances() {
        return List.copyOf(store.directory().appInstances().keySet());
    }

    /** Returns the registered user or bot with this ARN; empty if it does not exist. */
    public Optional<ChimeUser> findUser(Arn arn) {
        return store.directory().user(arn).map(user -> ChimeUser.of(user.arn().text(), user.name()));
    }

    /**
     * Returns the user with this id, and registers it if it does not exist. An existing user keeps its name.
     *
     * @throws IllegalArgumentException if the user does not exist, and the app instance does not exist either, or the
     *     id or the name is invalid
     */
    public ChimeUser ensureUser(AppInstanceArn appInstance, String id, String name) {
        return ensure(appInstance.user(id), name);
    }

    /**
     * Returns the bot with this id, and registers it if it does not exist. An existing bot keeps its name.
     *
     * @throws IllegalArgumentException if the bot does not exist, and the app instance does not exist either, or the id
     *     or the name is invalid
     */
    public ChimeUser ensureBot(AppInstanceArn appInstance, String id, String name) {
        return ensure(appInstance.bot(id), name);
    }

    private ChimeUser ensure(MemberArn arn, String name) {
        return findUser(arn).orElseGet(() -> {
            ResourceIds.require(arn.id());
            requireName(arn, name);
            store.change((before, now) -> before.user(arn).isPresent() // Another thread may have registered it.
                    ? before
                    : registered(before, arn, name, now));
            return findUser(arn).orElseThrow();
        });
    }

    private static Directory registered(Directory before, MemberArn arn, String name, Instant now) {
        if (before.appInstance(arn.appInstance()).isEmpty()) {
            throw new IllegalArgumentException(
                    "No app instance: " + arn.appInstance() + ". " + DirectoryExcerpts.appInstances(before));
        }
        return before.with(AppInstanceUser.of(arn, Profile.of(name, now)));
    }

    /**
     * Makes a user or bot an AppInstanceAdmin.
     *
     * @throws IllegalArgumentException if no user or bot has this ARN
     */
    public void promoteToAdmin(Arn user) {
        changeUser(user, (found, now) -> found.withAdminSince(found.adminSince().or(() -> Optional.of(now))));
    }

    /**
     * Removes the role of AppInstanceAdmin from a user or bot.
     *
     * @throws IllegalArgumentException if no user or bot has this ARN
     */
    public void demoteFromAdmin(Arn user) {
        changeUser(user, (found, now) -> found.withAdminSince(Optional.empty()));
    }

    /**
     * Renames a user or bot. The new name also applies to its earlier messages and other actions.
     *
     * @throws IllegalArgumentException if no user or bot has this ARN, or the name is invalid
     */
    public ChimeUser renameUser(Arn user, String name) {
        requireName(user, name);
        changeUser(user, (found, now) -> found.with(found.profile().renamed(name, now)));
        return ChimeUser.of(user.text(), name);
    }

    /**
     * Deletes a user or bot with its memberships and moderatorships. Its messages and the channels that it created
     * remain.
     *
     * @throws IllegalArgumentException if no user or bot has this ARN
     */
    public void deleteUser(Arn user) {
        store.change((before, now) -> before.withoutUser(require(before, user)));
    }

    /** Checks that the service model allows the name. */
    private static void requireName(Arn arn, String name) {
        boolean bot = arn instanceof BotArn;
        int length = name.codePointCount(0, name.length());
        boolean valid = bot ? length <= LONGEST_BOT_NAME : length <= LONGEST_USER_NAME && !name.isBlank();
        if (!valid) {
            throw new IllegalArgumentException("Not a valid name of " + arn + ": \"" + name + "\", " + length
                    + " characters long. Expected "
                    + (bot
                            ? "at most " + LONGEST_BOT_NAME + " characters"
                            : "1 to " + LONGEST_USER_NAME + " characters, at least one of which is not white space"));
        }
    }

    private void changeUser(Arn arn, BiFunction<AppInstanceUser, Instant, AppInstanceUser> change) {
        store.change((before, now) -> before.with(change.apply(require(before, arn), now)));
    }

    private static AppInstanceUser require(Directory directory, Arn arn) {
        return directory
                .user(arn)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No registered user or bot: " + arn + ". " + DirectoryExcerpts.users(directory, arn)));
    }
}
