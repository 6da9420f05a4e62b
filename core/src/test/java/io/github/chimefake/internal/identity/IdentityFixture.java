package io.github.chimefake.internal.identity;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.util.List;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUser;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;

/** Stops the clock of a fake, and has helpers for requests to its identity service. */
final class IdentityFixture {
    final ChimeSdkIdentityClient identity;
    final String appInstance;

    IdentityFixture(ChimeMessagingServer chime) {
        identity = chime.clients().identityClient();
        appInstance = chime.appInstance().arn();
        chime.clock().freeze();
    }

    CreateAppInstanceUserRequest.Builder user(String id, String name) {
        return CreateAppInstanceUserRequest.builder()
                .appInstanceArn(appInstance)
                .appInstanceUserId(id)
                .name(name)
                .clientRequestToken("token-" + id);
    }

    ChimeUser create(String id, String name) {
        CreateAppInstanceUserRequest request = user(id, name).build();
        return ChimeUser.of(identity.createAppInstanceUser(request).appInstanceUserArn(), name);
    }

    AppInstanceUser describe(String userArn) {
        return identity.describeAppInstanceUser(request -> request.appInstanceUserArn(userArn))
                .appInstanceUser();
    }

    void delete(ChimeUser user) {
        identity.deleteAppInstanceUser(request -> request.appInstanceUserArn(user.arn()));
    }

    void promote(ChimeUser user) {
        identity.createAppInstanceAdmin(
                request -> request.appInstanceArn(appInstance).appInstanceAdminArn(user.arn()));
    }

    void demote(ChimeUser user) {
        identity.deleteAppInstanceAdmin(
                request -> request.appInstanceArn(appInstance).appInstanceAdminArn(user.arn()));
    }

    List<String> admins() {
        return identity
                .listAppInstanceAdmins(request -> request.appInstanceArn(appInstance))
                .appInstanceAdmins()
                .stream()
                .map(summary -> summary.admin().arn())
                .toList();
    }
}
