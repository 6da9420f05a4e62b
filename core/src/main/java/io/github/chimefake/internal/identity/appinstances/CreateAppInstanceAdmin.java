package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_ADMIN;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Users;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.quotas.Quota;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceAdminResponse;

/**
 * Makes a user or bot an admin of its app instance. Documented: 409 for a user that is an admin already; the role does
 * not grant IAM permissions. Assumed: 403 for a user that does not exist, or that is in another app instance.
 */
public final class CreateAppInstanceAdmin extends Command<Directory, CreateAppInstanceAdminRequest> {
    public CreateAppInstanceAdmin() {
        super(CREATE_APP_INSTANCE_ADMIN, CreateAppInstanceAdminRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<CreateAppInstanceAdminRequest> context) {
        CreateAppInstanceAdminRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        AppInstanceUser user = Users.requireOf(appInstance, directory, context.arn(request.appInstanceAdminArn()));
        if (user.admin()) {
            throw ServiceError.of(
                            Layer.STATE,
                            ChimeError.CONFLICT,
                            user.arn()
                                    + " is an admin already. A program that makes each user an admin at sign-in may"
                                    + " ignore this error.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
        directory
                .settings()
                .quotas()
                .require(
                        Quota.APP_INSTANCE_ADMINS_PER_APP_INSTANCE,
                        appInstance.admins().size() + 1,
                        appInstance.arn());
        return new Outcome<>(
                directory.with(user.withAdminSince(Optional.of(context.now()))),
                CreateAppInstanceAdminResponse.builder()
                        .appInstanceArn(appInstance.arn().text())
                        .appInstanceAdmin(Views.identity(user))
                        .build());
    }
}
