package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.DELETE_APP_INSTANCE_USER;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Users;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceUserResponse;

/**
 * Deletes a user. Documented: its bans are deleted. Assumed: its memberships and moderatorships are deleted
 * immediately, and it is unknown as a bearer; its messages remain, without a name, and so do the channels that it
 * created; its id can be used again; 403 for a user that does not exist, even if it existed before.
 */
public final class DeleteAppInstanceUser extends Command<Directory, DeleteAppInstanceUserRequest> {
    public DeleteAppInstanceUser() {
        super(DELETE_APP_INSTANCE_USER, DeleteAppInstanceUserRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<DeleteAppInstanceUserRequest> context) {
        DeleteAppInstanceUserRequest request = context.request();
        AppInstanceUser user = Users.require(directory, context.arn(request.appInstanceUserArn()), Provenance.ASSUMED);
        return new Outcome<>(
                directory.withoutUser(user),
                DeleteAppInstanceUserResponse.builder().build());
    }
}
