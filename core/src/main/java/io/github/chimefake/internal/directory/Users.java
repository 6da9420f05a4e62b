package io.github.chimefake.internal.directory;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.Excerpts;
import io.github.chimefake.internal.exchange.Refusal;

/** Users that a call names. */
public final class Users {
    private Users() {}

    /**
     * The user, which is no bot; a 403 if there is none, as the model has no 404 here.
     *
     * @param provenance what the 403 rests on for this operation
     */
    public static AppInstanceUser require(Directory directory, Arn arn, Provenance provenance) {
        return directory
                .user(arn)
                .filter(user -> !user.isBot())
                .orElseThrow(() -> Refusal.of(
                                ChimeError.FORBIDDEN,
                                absent(directory, arn) + DirectoryExcerpts.users(directory, arn),
                                provenance)
                        .asException());
    }

    /** Says nothing of creating it: whoever deletes a user wants none, and a bot is another thing. */
    private static String absent(Directory directory, Arn arn) {
        return directory.user(arn).isPresent()
                ? arn + " is a bot and no user, and this operation is for users. "
                : "There is no app instance user " + arn
                        + ": it was never created with CreateAppInstanceUser, or it was deleted or expired. ";
    }

    /** The user or bot of the app instance; a 403 if there is none. */
    public static AppInstanceUser requireOf(AppInstance appInstance, Directory directory, Arn arn) {
        return directory
                .user(arn)
                .filter(user -> user.appInstance().equals(appInstance.arn()))
                .orElseThrow(() -> Refusal.of(
                                ChimeError.FORBIDDEN,
                                arn + " is no registered user or bot of " + appInstance.arn() + ". Create it first. "
                                        + DirectoryExcerpts.users(directory, appInstance.arn()),
                                Provenance.ASSUMED)
                        .asException());
    }

    /** The admin of the app instance; a 403 if it is none. */
    public static AppInstanceUser requireAdmin(AppInstance appInstance, Directory directory, Arn arn) {
        return directory
                .user(arn)
                .filter(user -> user.admin() && user.appInstance().equals(appInstance.arn()))
                .orElseThrow(() -> Refusal.of(
                                ChimeError.FORBIDDEN,
                                arn + " is no admin of " + appInstance.arn() + ". Its admins: "
                                        + Excerpts.few(appInstance.admins()) + ".",
                                Provenance.ASSUMED)
                        .asException());
    }
}
