package io.github.chimefake.internal.access.policies;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_APP_INSTANCES;
import static io.github.chimefake.internal.exchange.CallFixture.APP_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.access.signature.Signatures;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstancesRequest;
import software.amazon.awssdk.utils.builder.Buildable;

/** The resource types are those that AWS's Service Authorization Reference lists, or those that working policies show. */
class IdentityResourcesTest {
    private static final String USER = APP_INSTANCE + "/user/alice";
    private static final String BOT = APP_INSTANCE + "/bot/helper";
    private static final String ADMIN = APP_INSTANCE + "/user/admin";

    private static final Map<String, String> NAMED = Map.of(
            "AppInstanceArn", APP_INSTANCE,
            "AppInstanceUserArn", USER,
            "AppInstanceUserId", "carol",
            "AppInstanceBotArn", BOT,
            "AppInstanceAdminArn", ADMIN,
            "ResourceArn", "arn:aws:mobiletargeting:us-east-1:111122223333:apps/push");

    private static List<String> expected(Operation operation) {
        return switch (operation) {
            case CREATE_APP_INSTANCE -> List.of("*");
            case LIST_APP_INSTANCES -> List.of("arn:aws:chime:us-east-1:111122223333:app-instance/*");
            case DELETE_APP_INSTANCE,
                    DESCRIBE_APP_INSTANCE,
                    UPDATE_APP_INSTANCE,
                    GET_APP_INSTANCE_RETENTION_SETTINGS,
                    PUT_APP_INSTANCE_RETENTION_SETTINGS,
                    LIST_APP_INSTANCE_ADMINS -> List.of(APP_INSTANCE);
            case CREATE_APP_INSTANCE_ADMIN, DELETE_APP_INSTANCE_ADMIN, DESCRIBE_APP_INSTANCE_ADMIN ->
                List.of(APP_INSTANCE, ADMIN);
            case CREATE_APP_INSTANCE_USER -> List.of(APP_INSTANCE + "/user/carol");
            case LIST_APP_INSTANCE_USERS -> List.of(APP_INSTANCE + "/user/*");
            case CREATE_APP_INSTANCE_BOT, LIST_APP_INSTANCE_BOTS -> List.of(APP_INSTANCE + "/bot/*");
            case DELETE_APP_INSTANCE_BOT, DESCRIBE_APP_INSTANCE_BOT, UPDATE_APP_INSTANCE_BOT -> List.of(BOT);
            default -> List.of(USER);
        };
    }

    private static Set<Operation> operations() {
        return ChimeService.IDENTITY.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anActionIsCheckedOnTheResourcesThatItIsAbout(Operation operation) throws ReflectiveOperationException {
        assertThat(CheckedResources.of(call(operation, naming(operation)))).isEqualTo(expected(operation));
    }

    /** A request in which whatever can be named is named. */
    private static AwsRequest naming(Operation operation) throws ReflectiveOperationException {
        SdkPojo builder = (SdkPojo) operation.requestType().getMethod("builder").invoke(null);
        for (SdkField<?> field : builder.sdkFields()) {
            Optional.ofNullable(NAMED.get(field.memberName())).ifPresent(value -> field.set(builder, value));
        }
        return (AwsRequest) ((Buildable) builder).build();
    }

    private static Call call(Operation operation, AwsRequest request) {
        Call call = CallFixture.of(operation).sending(request).withoutChannel().bind();
        HttpRequest signed = new HttpRequest(
                call.http().method(),
                call.http().target(),
                List.of(
                        new HttpRequest.Header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=AKIAbackend/20260102/us-east-1/chime/aws4_request,"
                                        + " SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64)),
                        new HttpRequest.Header("x-amz-date", "20260102T030405Z")),
                call.http().body(),
                Instant.EPOCH);
        return new Call(
                signed,
                Signatures.read(signed),
                operation,
                request,
                Optional.empty(),
                call.caller(),
                call.bearer(),
                call.resources(),
                call.attempt());
    }

    @Test
    void whatTheRequestDoesNotNameIsCheckedOnAnyResource() {
        assertThat(CheckedResources.of(call(
                        DESCRIBE_APP_INSTANCE_USER,
                        DescribeAppInstanceUserRequest.builder().build())))
                .containsExactly("*");
        assertThat(CheckedResources.of(call(
                        CREATE_APP_INSTANCE_USER,
                        CreateAppInstanceUserRequest.builder()
                                .appInstanceArn(APP_INSTANCE)
                                .build())))
                .containsExactly("*");
    }

    @Test
    void aNewUserIsCheckedInTheAppInstanceAsItIsNamed() {
        String appInstance = "arn:aws:chime:us-east-1:111122223333:app-instances/chat";

        assertThat(CheckedResources.of(call(
                        CREATE_APP_INSTANCE_USER,
                        CreateAppInstanceUserRequest.builder()
                                .appInstanceArn(appInstance)
                                .appInstanceUserId("carol")
                                .build())))
                .containsExactly(appInstance + "/user/carol");
    }

    @Test
    void aBearerHasNoPartInIt() {
        Call withBearer = CallFixture.of(LIST_APP_INSTANCES)
                .sending(ListAppInstancesRequest.builder().build())
                .bind();

        assertThat(CheckedResources.of(withBearer)).containsExactly("arn:aws:chime:*:111122223333:app-instance/*");
    }
}
