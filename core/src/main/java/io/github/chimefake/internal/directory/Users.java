package io.github.chimefake.internal.directory;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.Excerpts;
import io.github.chimefake.internal.exchange.ServiceError;

/** Finds users named in requests. */
public final class Users {
    private Users() {}

    /**
     * Returns the user, which must not be a bot; 403 if it does not exist, because the model has no 404 here.
     *
     * @param provenance the provenance of the 403 for this operation
     */
    public static AppInstanceUser require(Directory directory, Arn arn, Provenance provenance) {
        return directory
                .user(arn)
                .filter(user -> !user.isBot())
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                ChimeError.FORBIDDEN,
                                absent(directory, arn) + DirectoryExcerpts.users(directory, arn),
                                provenance)
                        .asException());
    }

    /** Explains that the user does not exist. Does not recommend to create it, because the request may delete it. */
    private static String absent(Directory directory, Arn arn) {
        return directory.user(arn).isPresent()
                ? arn + " is a bot, and this operation is only for users. "
                : "There is no app instance user " + arn
                        + ": it was never created with CreateAppInstanceUser, or it was deleted or expired. ";
    }

    /** Returns the user or bot of the app instance; 403 if it does not exist. */
    public static AppInstanceUser requireOf(AppInstance appInstance, Directory directory, Arn arn) {
        return directory
                .user(arn)
                .filter(user -> user.appInstance().equals(appInstance.arn()))
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                ChimeError.FORBIDDEN,
                                arn + " is not a registered user or bot of " + appInstance.arn() + ". Create it first. "
                                        + DirectoryExcerpts.users(directory, appInstance.arn()),
                                Provenance.ASSUMED)
                        .asException());
    }

    /** Returns the admin of the app instance; 403 if the user is not an admin. */
    public static AppInstanceUser requireAdmin(AppInstance appInstance, Directory directory, Arn arn) {
        return directory
                .user(arn)
                .filter(user -> user.admin() && user.appInstance().equals(appInstance.arn()))
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                ChimeError.FORBIDDEN,
                                arn + " is not an admin of " + appInstance.arn() + ". Its admins: "
                                        + Excerpts.few(appInstance.admins()) + ".",
                                Provenance.ASSUMED)
                        .asException());
    }
}
