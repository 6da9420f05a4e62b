package io.github.chimefake.internal.identity;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
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
import java.util.regex.Pattern;

/**
 * What a test does to the directory by itself: no call is made, and what cannot be is an IllegalArgumentException. Safe
 * for use by many threads.
 */
public final class Registrations {
    /** The most characters of a user's name, and of a bot's, in the service model. */
    private static final int LONGEST_USER_NAME = 100;

    private static final int LONGEST_BOT_NAME = 256;

    private static final Pattern APP_INSTANCE_ID = Pattern.compile("app-instance/[^/]{1,128}");

    private final DirectoryStore store;

    /** Acts on this directory. */
    public Registrations(DirectoryStore store) {
        this.store = store;
    }

    /**
     * Adds an app instance.
     *
     * @throws IllegalArgumentException if the ARN is not one of an app instance, or exists already
     */
    public void createAppInstance(Arn arn, String name) {
        requireAppInstance(arn);
        store.change((before, now) -> {
            if (before.appInstance(arn.toString()).isPresent()) {
                throw new IllegalArgumentException(
                        "The app instance " + arn + " exists already. Give each app instance once");
            }
            return withAppInstance(before, arn, name, now);
        });
    }

    private static Directory withAppInstance(Directory before, Arn arn, String name, Instant now) {
        return before.with(AppInstance.of(arn.toString(), Profile.of(name, now)));
    }

    private static void requireAppInstance(Arn arn) {
        if (!arn.service().equals("chime")
                || !APP_INSTANCE_ID.matcher(arn.resource()).matches()) {
            throw new IllegalArgumentException("Not the ARN of an app instance: " + arn
                    + ". Expected, for example, arn:aws:chime:us-east-1:111122223333:app-instance/chat");
        }
    }

    /**
     * Adds an app instance, unless it exists.
     *
     * @throws IllegalArgumentException if the ARN is not one of an app instance
     */
    public void ensureAppInstance(Arn arn) {
        requireAppInstance(arn);
        if (store.directory().appInstance(arn.toString()).isEmpty()) {
            store.change((before, now) -> before.appInstance(arn.toString()).isPresent()
                    ? before
                    : withAppInstance(before, arn, arn.id(), now));
        }
    }

    /** The ARNs of all app instances. */
    public List<Arn> appInstances() {
        return store.directory().appInstances().keySet().stream()
                .map(Arn::parse)
                .toList();
    }

    /** The registered user or bot with this ARN. */
    public Optional<ChimeUser> findUser(String arn) {
        return store.directory().user(arn).map(user -> ChimeUser.of(user.arn(), user.name()));
    }

    /**
     * Returns the user with this id, registered now if it was not; one that was keeps its name.
     *
     * @throws IllegalArgumentException if the user is to be registered, and the app instance does not exist, or the id or the
     *     name is invalid
     */
    public ChimeUser ensureUser(Arn appInstance, String id, String name) {
        return ensure(appInstance, "user", id, name);
    }

    /**
     * Returns the bot with this id, registered now if it was not; one that was keeps its name.
     *
     * @throws IllegalArgumentException if the bot is to be registered, and the app instance does not exist, or the id or the
     *     name is invalid
     */
    public ChimeUser ensureBot(Arn appInstance, String id, String name) {
        return ensure(appInstance, "bot", id, name);
    }

    private ChimeUser ensure(Arn appInstance, String type, String id, String name) {
        String arn = appInstance.child(type, id).toString();
        return findUser(arn).orElseGet(() -> {
            ResourceIds.require(id);
            requireName(arn, name);
            store.change((before, now) -> before.user(arn).isPresent() // By another thread, which asked for the same.
                    ? before
                    : registered(before, appInstance, arn, name, now));
            return findUser(arn).orElseThrow();
        });
    }

    private static Directory registered(Directory before, Arn appInstance, String arn, String name, Instant now) {
        if (before.appInstance(appInstance.toString()).isEmpty()) {
            throw new IllegalArgumentException(
                    "No app instance: " + appInstance + ". " + DirectoryExcerpts.appInstances(before));
        }
        return before.with(AppInstanceUser.of(arn, appInstance.toString(), Profile.of(name, now)));
    }

    /**
     * Makes a user or bot an AppInstanceAdmin.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public void promoteToAdmin(String userArn) {
        changeUser(userArn, (user, now) -> user.withAdminSince(user.adminSince().or(() -> Optional.of(now))));
    }

    /**
     * Takes the role of AppInstanceAdmin from a user or bot.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public void demoteFromAdmin(String userArn) {
        changeUser(userArn, (user, now) -> user.withAdminSince(Optional.empty()));
    }

    /**
     * Gives a user or bot another name, which from now on stands on everything it ever did.
     *
     * @throws IllegalArgumentException if nobody has this ARN, or the name is invalid
     */
    public ChimeUser renameUser(String userArn, String name) {
        requireName(userArn, name);
        changeUser(userArn, (user, now) -> user.with(user.profile().renamed(name, now)));
        return ChimeUser.of(userArn, name);
    }

    /**
     * Deletes a user or bot with its memberships and moderatorships. Its messages and the channels that it created
     * stay.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public void deleteUser(String userArn) {
        store.change((before, now) -> before.withoutUser(require(before, userArn)));
    }

    /** What the service model demands of names, so that a test works with none that the real service refuses. */
    private static void requireName(String arn, String name) {
        boolean bot = Arn.tryParse(arn).map(Arn::type).equals(Optional.of("bot"));
        int length = name.codePointCount(0, name.length());
        boolean valid = bot ? length <= LONGEST_BOT_NAME : length <= LONGEST_USER_NAME && !name.isBlank();
        if (!valid) {
            throw new IllegalArgumentException("Not a valid name of " + arn + ": \"" + name + "\", " + length
                    + " characters long. Expected "
                    + (bot
                            ? "at most " + LONGEST_BOT_NAME + " characters"
                            : "1 to " + LONGEST_USER_NAME + " characters, and one that is no white space"));
        }
    }

    private void changeUser(String arn, BiFunction<AppInstanceUser, Instant, AppInstanceUser> change) {
        store.change((before, now) -> before.with(change.apply(require(before, arn), now)));
    }

    private static AppInstanceUser require(Directory directory, String arn) {
        return directory
                .user(arn)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No registered user or bot: " + arn + ". " + DirectoryExcerpts.users(directory, arn)));
    }
}
