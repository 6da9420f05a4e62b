package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE_USER;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Profile;
import io.github.chimefake.internal.directory.Users;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceUserResponse;

/**
 * Replaces name and metadata of a user. Documented: the model requires both; the new name also applies to earlier
 * messages and other actions of the user. Assumed: both are replaced; 403 for a user that does not exist, because the
 * model has no 404 here.
 */
public final class UpdateAppInstanceUser extends Command<Directory, UpdateAppInstanceUserRequest> {
    public UpdateAppInstanceUser() {
        super(UPDATE_APP_INSTANCE_USER, UpdateAppInstanceUserRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<UpdateAppInstanceUserRequest> context) {
        UpdateAppInstanceUserRequest request = context.request();
        AppInstanceUser user = Users.require(directory, context.arn(request.appInstanceUserArn()), Provenance.ASSUMED);
        Profile profile =
                user.profile().replacedBy(request.name(), Optional.ofNullable(request.metadata()), context.now());
        return new Outcome<>(
                directory.with(user.with(profile)),
                UpdateAppInstanceUserResponse.builder()
                        .appInstanceUserArn(user.arn().text())
                        .build());
    }
}
