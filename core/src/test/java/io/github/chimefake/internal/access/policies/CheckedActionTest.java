package io.github.chimefake.internal.access.policies;

import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static io.github.chimefake.internal.exchange.CallFixture.APP_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.CallFixture;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.RegisterAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;

class CheckedActionTest {
    private static final String APPLICATION = "arn:aws:mobiletargeting:us-east-1:111122223333:apps/app";

    private static List<CheckedAction> actions(Operation operation, AwsRequest request) {
        return CheckedAction.of(
                CallFixture.of(operation).withoutChannel().sending(request).bind());
    }

    private static AwsRequest user(UnaryOperator<CreateAppInstanceUserRequest.Builder> more) {
        return more.apply(CreateAppInstanceUserRequest.builder()
                        .appInstanceArn(APP_INSTANCE)
                        .appInstanceUserId("alice"))
                .build();
    }

    private static AwsRequest endpoint(String resourceArn) {
        return RegisterAppInstanceUserEndpointRequest.builder()
                .appInstanceUserArn(ALICE.arn())
                .resourceArn(resourceArn)
                .build();
    }

    @Test
    void mostCallsAreCheckedForTheActionOfTheirName() {
        List<String> alice = List.of(ALICE.arn());

        assertThat(actions(
                        Operation.CREATE_CHANNEL, CreateChannelRequest.builder().build()))
                .containsExactly(new CheckedAction("chime:CreateChannel", alice));
        assertThat(actions(Operation.CREATE_APP_INSTANCE_USER, user(any -> any)))
                .containsExactly(new CheckedAction("chime:CreateAppInstanceUser", alice));
        assertThat(actions(
                        Operation.DESCRIBE_APP_INSTANCE_USER,
                        DescribeAppInstanceUserRequest.builder()
                                .appInstanceUserArn(ALICE.arn())
                                .build()))
                .containsExactly(new CheckedAction("chime:DescribeAppInstanceUser", alice));
    }

    @Test
    void aNewUserWithoutAnIdIsCheckedOnNoResource() {
        assertThat(actions(Operation.CREATE_APP_INSTANCE_USER, user(user -> user.appInstanceUserId(""))))
                .containsExactly(new CheckedAction("chime:CreateAppInstanceUser", List.of("*")));
    }

    @Test
    void aNewChannelThatExpiresNeedsASecondPermission() {
        AwsRequest request = CreateChannelRequest.builder()
                .expirationSettings(settings -> settings.expirationDays(1))
                .build();

        assertThat(actions(Operation.CREATE_CHANNEL, request))
                .extracting(CheckedAction::name)
                .containsExactly("chime:CreateChannel", "chime:PutChannelExpirationSettings");
    }

    @Test
    void aNewUserThatExpiresNeedsASecondPermission() {
        AwsRequest request = user(user -> user.expirationSettings(settings -> settings.expirationDays(1)));

        assertThat(actions(Operation.CREATE_APP_INSTANCE_USER, request))
                .containsExactly(
                        new CheckedAction("chime:CreateAppInstanceUser", List.of(ALICE.arn())),
                        new CheckedAction("chime:PutAppInstanceUserExpirationSettings", List.of(ALICE.arn())));
    }

    @Test
    void anEndpointNeedsAPermissionOnItsApplication() {
        assertThat(actions(Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT, endpoint(APPLICATION)))
                .containsExactly(
                        new CheckedAction("chime:RegisterAppInstanceUserEndpoint", List.of(ALICE.arn())),
                        new CheckedAction("mobiletargeting:GetApp", List.of(APPLICATION)));
        assertThat(actions(Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT, endpoint("")))
                .hasSize(1);
    }
}
