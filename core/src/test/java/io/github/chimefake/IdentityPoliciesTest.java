package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.testing.Fakes;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityException;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkidentity.model.RegisterAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.Tag;

/** What policies of callers let the operations of identity do. */
class IdentityPoliciesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeSdkIdentityClient identity =
            chime.clients().withoutRetries().identityClient();
    private final String appInstance = chime.appInstance().arn();

    /** Breaks a constraint, which comes after IAM: so what IAM allows is a bad request. */
    private final CreateAppInstanceUserRequest nameless = CreateAppInstanceUserRequest.builder()
            .appInstanceArn(appInstance)
            .appInstanceUserId("carol")
            .build();

    private void attach(String action, String resource, String condition) {
        String statement = "{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\""
                + (condition.isEmpty() ? "" : ",\"Condition\":" + condition) + "}";
        chime.permissions()
                .by(chime.caller())
                .attach("backend", "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}");
    }

    private void allows(Consumer<ChimeSdkIdentityClient> badRequest) {
        assertThat(catchThrowableOfType(ChimeSdkIdentityException.class, () -> badRequest.accept(identity)))
                .isExactlyInstanceOf(BadRequestException.class);
    }

    private String denies(Consumer<ChimeSdkIdentityClient> call) {
        ChimeSdkIdentityException denial =
                catchThrowableOfType(ChimeSdkIdentityException.class, () -> call.accept(identity));
        assertThat(denial).isExactlyInstanceOf(ChimeSdkIdentityException.class);
        assertThat(denial.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
        return denial.awsErrorDetails().errorMessage();
    }

    @Test
    void aNewUserIsAllowedAsTheUserItIsToBe() {
        attach("chime:CreateAppInstanceUser", appInstance + "/user/*", "");

        allows(client -> client.createAppInstanceUser(nameless));
    }

    @Test
    void aNewUserIsDeniedAsTheUserItIsToBe() {
        attach("chime:CreateAppInstanceUser", appInstance, "");

        assertThat(denies(client -> client.createAppInstanceUser(nameless)))
                .isEqualTo("User: " + chime.caller().principalArn()
                        + " is not authorized to perform: chime:CreateAppInstanceUser on resource: " + appInstance
                        + "/user/carol because no identity-based policy allows the chime:CreateAppInstanceUser action");
    }

    @Test
    void anyResourceCoversWhatTheTableOfActionsListsNoResourceFor() {
        attach("chime:Create*", "*", "");

        allows(client -> client.createAppInstanceUser(nameless));
        allows(client -> client.createAppInstance(request -> request.metadata("nameless")));
        allows(client -> client.createAppInstanceBot(request -> request.appInstanceArn(appInstance)));
    }

    @Test
    void appInstancesAreListedForTheAccount() {
        attach("chime:ListAppInstances", "arn:aws:chime:us-east-1:111122223333:app-instance/*", "");

        allows(client -> client.listAppInstances(request -> request.maxResults(99)));
    }

    @Test
    void anAdministratorIsMadeOnTheAppInstanceAndTheUser() {
        attach("chime:CreateAppInstanceAdmin", appInstance, "");

        assertThat(denies(client -> client.createAppInstanceAdmin(request ->
                        request.appInstanceArn(appInstance).appInstanceAdminArn(appInstance + "/user/carol"))))
                .contains("on resource: " + appInstance + "/user/carol ");
    }

    @Test
    void aUserThatIsToExpireNeedsThePermissionForThatToo() {
        attach("chime:CreateAppInstanceUser", appInstance + "/user/*", "");
        CreateAppInstanceUserRequest guest = nameless.toBuilder()
                .expirationSettings(settings ->
                        settings.expirationDays(1).expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP))
                .build();

        assertThat(denies(client -> client.createAppInstanceUser(guest)))
                .contains("to perform: chime:PutAppInstanceUserExpirationSettings on resource: " + appInstance
                        + "/user/carol because");
        attach("chime:PutAppInstanceUserExpirationSettings", appInstance + "/user/*", "");
        allows(client -> client.createAppInstanceUser(guest));
    }

    @Test
    void whoRegistersADeviceMustBeAllowedToSeeThePushApplication() {
        String application = "arn:aws:mobiletargeting:us-east-1:111122223333:apps/push";
        RegisterAppInstanceUserEndpointRequest typeless = RegisterAppInstanceUserEndpointRequest.builder()
                .appInstanceUserArn(appInstance + "/user/carol")
                .resourceArn(application)
                .build();
        attach("chime:RegisterAppInstanceUserEndpoint", appInstance + "/user/carol", "");

        assertThat(denies(client -> client.registerAppInstanceUserEndpoint(typeless)))
                .contains("to perform: mobiletargeting:GetApp on resource: " + application + " because");
        attach("mobiletargeting:GetApp", application, "");
        allows(client -> client.registerAppInstanceUserEndpoint(typeless));
    }

    @Test
    void conditionsSeeTheTagsOfARequest() {
        attach(
                "chime:CreateAppInstanceUser",
                "*",
                "{\"StringEquals\":{\"aws:RequestTag/team\":\"support\"},"
                        + "\"ForAllValues:StringEquals\":{\"aws:TagKeys\":[\"team\"]}}");
        Tag support = Tag.builder().key("team").value("support").build();

        allows(client ->
                client.createAppInstanceUser(nameless.toBuilder().tags(support).build()));
        denies(client -> client.createAppInstanceUser(nameless));
        denies(client -> client.createAppInstanceUser(nameless.toBuilder()
                .tags(support.toBuilder().value("sales").build())
                .build()));
        denies(client -> client.createAppInstanceUser(nameless.toBuilder()
                .tags(support, support.toBuilder().key("cost").build())
                .build()));
    }
}
