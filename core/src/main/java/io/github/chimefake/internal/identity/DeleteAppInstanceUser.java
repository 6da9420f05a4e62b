package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.DELETE_APP_INSTANCE_USER;

import io.github.chimefake.Provenance;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceUserResponse;

/**
 * Deletes a user. Documented: its bans vanish. Assumed: so do its memberships and moderatorships, at once, and as a bearer
 * it is unknown; its messages stay, without a name, and so do the channels that it created; its id can be used again; 403
 * for a user that does not exist, even if it did before.
 */
final class DeleteAppInstanceUser extends Command<DeleteAppInstanceUserRequest> {
    DeleteAppInstanceUser() {
        super(DELETE_APP_INSTANCE_USER, DeleteAppInstanceUserRequest.class);
    }

    @Override
    Outcome apply(Directory directory, Invocation<DeleteAppInstanceUserRequest> invocation) {
        DeleteAppInstanceUserRequest request = invocation.request();
        AppInstanceUser user = Users.require(directory, request.appInstanceUserArn(), Provenance.ASSUMED);
        return new Outcome(
                directory.withoutUser(user),
                DeleteAppInstanceUserResponse.builder().build());
    }
}
