package io.github.chimefake.internal.directory;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;

/** Finds app instances named in requests. */
public final class AppInstances {
    private AppInstances() {}

    /** Returns the app instance; 403 if it does not exist, because the model has no 404 here. */
    public static AppInstance require(Directory directory, Arn arn) {
        return directory
                .appInstance(arn)
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                ChimeError.FORBIDDEN,
                                "There is no app instance " + arn + ". Make sure that it was created and not deleted. "
                                        + DirectoryExcerpts.appInstances(directory),
                                Provenance.ASSUMED)
                        .asException());
    }
}
