package io.github.chimefake.internal.identity.bots;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.DirectoryExcerpts;
import io.github.chimefake.internal.exchange.ServiceError;

/** Finds bots named in requests. */
final class Bots {
    private Bots() {}

    /**
     * Returns the bot, which must not be a user; 403 if it does not exist, because the model has no 404 for most
     * operations.
     */
    static AppInstanceUser require(Directory directory, Arn arn) {
        return require(directory, arn, ChimeError.FORBIDDEN, Provenance.ASSUMED);
    }

    /** Returns the bot; if it does not exist, throws the given error with its provenance. */
    static AppInstanceUser require(Directory directory, Arn arn, ChimeError error, Provenance provenance) {
        return directory
                .user(arn)
                .filter(AppInstanceUser::isBot)
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                error,
                                "There is no app instance bot " + arn
                                        + ". Create it with CreateAppInstanceBot first, and use the ARN that it"
                                        + " returns. " + DirectoryExcerpts.users(directory, arn),
                                provenance)
                        .asException());
    }
}
