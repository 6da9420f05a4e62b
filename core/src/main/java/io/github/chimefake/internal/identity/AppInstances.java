package io.github.chimefake.internal.identity;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.call.Refusal;

/** App instances that a call names. */
final class AppInstances {
    private AppInstances() {}

    /** The app instance; a 403 if there is none, as the model has no 404 here. */
    static AppInstance require(Directory directory, String arn) {
        return directory
                .appInstance(arn)
                .orElseThrow(() -> Refusal.of(
                                ChimeError.FORBIDDEN,
                                "There is no app instance " + arn + ". Was it created, and not deleted since? "
                                        + DirectoryExcerpts.appInstances(directory),
                                Provenance.ASSUMED)
                        .asException());
    }
}
