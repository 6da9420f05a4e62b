package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS;

import io.github.chimefake.Provenance;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationSettings;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceUserExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceUserExpirationSettingsResponse;

/**
 * Says when a user is to be deleted by itself; see {@link Directory#expired}. Documented: days count from its creation, and
 * until it is deleted the settings can be changed. Assumed: none in the request are none from then on; 403 for a user that
 * does not exist.
 */
final class PutAppInstanceUserExpirationSettings extends Command<PutAppInstanceUserExpirationSettingsRequest> {
    PutAppInstanceUserExpirationSettings() {
        super(PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS, PutAppInstanceUserExpirationSettingsRequest.class);
    }

    @Override
    Outcome apply(Directory directory, Invocation<PutAppInstanceUserExpirationSettingsRequest> invocation) {
        PutAppInstanceUserExpirationSettingsRequest request = invocation.request();
        AppInstanceUser user = Users.require(directory, request.appInstanceUserArn(), Provenance.ASSUMED);
        Optional<Integer> days =
                Optional.ofNullable(request.expirationSettings()).map(ExpirationSettings::expirationDays);
        AppInstanceUser changed = user.with(user.lifetime().withExpirationDays(days));
        return new Outcome(
                directory.with(changed),
                PutAppInstanceUserExpirationSettingsResponse.builder()
                        .appInstanceUserArn(user.arn())
                        .expirationSettings(Views.expiration(changed.lifetime()))
                        .build());
    }
}
