package io.github.chimefake.internal.identity.bots;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.DirectoryExcerpts;
import io.github.chimefake.internal.exchange.Refusal;

/** Bots that a call names. */
final class Bots {
    private Bots() {}

    /** The bot, which is no user; a 403 if there is none, as the model has no 404 for most operations. */
    static AppInstanceUser require(Directory directory, Arn arn) {
        return require(directory, arn, ChimeError.FORBIDDEN, Provenance.ASSUMED);
    }

    /** The same with another error if there is none, and what that rests on. */
    static AppInstanceUser require(Directory directory, Arn arn, ChimeError error, Provenance provenance) {
        return directory
                .user(arn)
                .filter(AppInstanceUser::isBot)
                .orElseThrow(() -> Refusal.of(
                                error,
                                "There is no app instance bot " + arn
                                        + ". Create it with CreateAppInstanceBot first, and take"
                                        + " the ARN that it returns. " + DirectoryExcerpts.users(directory, arn),
                                provenance)
                        .asException());
    }
}
