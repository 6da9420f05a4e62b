package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Users;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationSettings;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceUserExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceUserExpirationSettingsResponse;

/**
 * Sets when a user expires; see {@link Directory#expired}. Documented: days count from its creation, and the settings
 * can be changed until it is deleted. Assumed: a request without settings removes them; 403 for a user that does not
 * exist.
 */
public final class PutAppInstanceUserExpirationSettings
        extends Command<Directory, PutAppInstanceUserExpirationSettingsRequest> {
    public PutAppInstanceUserExpirationSettings() {
        super(PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS, PutAppInstanceUserExpirationSettingsRequest.class);
    }

    @Override
    public Outcome<Directory> apply(
            Directory directory, HandlerContext<PutAppInstanceUserExpirationSettingsRequest> context) {
        PutAppInstanceUserExpirationSettingsRequest request = context.request();
        AppInstanceUser user = Users.require(directory, context.arn(request.appInstanceUserArn()), Provenance.ASSUMED);
        Optional<Integer> days =
                Optional.ofNullable(request.expirationSettings()).map(ExpirationSettings::expirationDays);
        AppInstanceUser changed = user.with(user.lifetime().withExpirationDays(days));
        return new Outcome<>(
                directory.with(changed),
                PutAppInstanceUserExpirationSettingsResponse.builder()
                        .appInstanceUserArn(user.arn().text())
                        .expirationSettings(Views.expiration(changed.lifetime()))
                        .build());
    }
}
