package io.github.chimefake.call;

import static io.github.chimefake.call.ChimeError.CONFLICT;
import static io.github.chimefake.call.ChimeError.NOT_FOUND;
import static io.github.chimefake.call.ChimeError.RESOURCE_LIMIT_EXCEEDED;
import static software.amazon.awssdk.http.SdkHttpMethod.DELETE;
import static software.amazon.awssdk.http.SdkHttpMethod.GET;
import static software.amazon.awssdk.http.SdkHttpMethod.POST;
import static software.amazon.awssdk.http.SdkHttpMethod.PUT;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceAdminResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceBotResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceAdminResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceBotResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DeregisterAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeregisterAppInstanceUserEndpointResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceAdminResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceBotResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserEndpointResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.GetAppInstanceRetentionSettingsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.GetAppInstanceRetentionSettingsResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceAdminsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceAdminsResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceBotsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceBotsResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUserEndpointsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUserEndpointsResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUsersRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUsersResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstancesRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstancesResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceRetentionSettingsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceRetentionSettingsResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceUserExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceUserExpirationSettingsResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.RegisterAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.RegisterAppInstanceUserEndpointResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceBotResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceUserEndpointResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceUserResponse;

/**
 * The operations of Amazon Chime SDK identity, API version 2021-04-20, with what the service model says of each; all but
 * the three on tags. Those are {@link Operation#TAG_RESOURCE}, {@link Operation#UNTAG_RESOURCE} and
 * {@link Operation#LIST_TAGS_FOR_RESOURCE}: both services have them, under the same path and with the same members, so that
 * nobody can tell from a request which service was meant.
 *
 * <p>The SDK's module {@code software.amazon.awssdk:chimesdkidentity} is optional. Without it these operations are answered
 * with a 501, and only {@link #requestType()} and {@link #responseType()} fail.
 *
 * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_Operations_Amazon_Chime_SDK_Identity.html">
 *     API reference</a>
 */
public enum IdentityOperation implements ChimeOperation {
    // spotless:off: one entry, two lines: where it is, and what goes in, comes out and goes wrong.
    CREATE_APP_INSTANCE(POST, "/app-instances", 201,
            () -> CreateAppInstanceRequest.class, () -> CreateAppInstanceResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_APP_INSTANCE_ADMIN(POST, "/app-instances/{appInstanceArn}/admins", 201,
            () -> CreateAppInstanceAdminRequest.class, () -> CreateAppInstanceAdminResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_APP_INSTANCE_BOT(POST, "/app-instance-bots", 201,
            () -> CreateAppInstanceBotRequest.class, () -> CreateAppInstanceBotResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_APP_INSTANCE_USER(POST, "/app-instance-users", 201,
            () -> CreateAppInstanceUserRequest.class, () -> CreateAppInstanceUserResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE(DELETE, "/app-instances/{appInstanceArn}", 204,
            () -> DeleteAppInstanceRequest.class, () -> DeleteAppInstanceResponse.class, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE_ADMIN(DELETE, "/app-instances/{appInstanceArn}/admins/{appInstanceAdminArn}", 204,
            () -> DeleteAppInstanceAdminRequest.class, () -> DeleteAppInstanceAdminResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE_BOT(DELETE, "/app-instance-bots/{appInstanceBotArn}", 204,
            () -> DeleteAppInstanceBotRequest.class, () -> DeleteAppInstanceBotResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE_USER(DELETE, "/app-instance-users/{appInstanceUserArn}", 204,
            () -> DeleteAppInstanceUserRequest.class, () -> DeleteAppInstanceUserResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DEREGISTER_APP_INSTANCE_USER_ENDPOINT(DELETE, "/app-instance-users/{appInstanceUserArn}/endpoints/{endpointId}", 204,
            () -> DeregisterAppInstanceUserEndpointRequest.class, () -> DeregisterAppInstanceUserEndpointResponse.class),
    DESCRIBE_APP_INSTANCE(GET, "/app-instances/{appInstanceArn}", 200,
            () -> DescribeAppInstanceRequest.class, () -> DescribeAppInstanceResponse.class),
    DESCRIBE_APP_INSTANCE_ADMIN(GET, "/app-instances/{appInstanceArn}/admins/{appInstanceAdminArn}", 200,
            () -> DescribeAppInstanceAdminRequest.class, () -> DescribeAppInstanceAdminResponse.class),
    DESCRIBE_APP_INSTANCE_BOT(GET, "/app-instance-bots/{appInstanceBotArn}", 200,
            () -> DescribeAppInstanceBotRequest.class, () -> DescribeAppInstanceBotResponse.class, NOT_FOUND),
    DESCRIBE_APP_INSTANCE_USER(GET, "/app-instance-users/{appInstanceUserArn}", 200,
            () -> DescribeAppInstanceUserRequest.class, () -> DescribeAppInstanceUserResponse.class),
    DESCRIBE_APP_INSTANCE_USER_ENDPOINT(GET, "/app-instance-users/{appInstanceUserArn}/endpoints/{endpointId}", 200,
            () -> DescribeAppInstanceUserEndpointRequest.class, () -> DescribeAppInstanceUserEndpointResponse.class),
    GET_APP_INSTANCE_RETENTION_SETTINGS(GET, "/app-instances/{appInstanceArn}/retention-settings", 200,
            () -> GetAppInstanceRetentionSettingsRequest.class, () -> GetAppInstanceRetentionSettingsResponse.class),
    LIST_APP_INSTANCE_ADMINS(GET, "/app-instances/{appInstanceArn}/admins", 200,
            () -> ListAppInstanceAdminsRequest.class, () -> ListAppInstanceAdminsResponse.class, RESOURCE_LIMIT_EXCEEDED),
    LIST_APP_INSTANCE_BOTS(GET, "/app-instance-bots", 200,
            () -> ListAppInstanceBotsRequest.class, () -> ListAppInstanceBotsResponse.class, RESOURCE_LIMIT_EXCEEDED),
    LIST_APP_INSTANCE_USER_ENDPOINTS(GET, "/app-instance-users/{appInstanceUserArn}/endpoints", 200,
            () -> ListAppInstanceUserEndpointsRequest.class, () -> ListAppInstanceUserEndpointsResponse.class),
    LIST_APP_INSTANCE_USERS(GET, "/app-instance-users", 200,
            () -> ListAppInstanceUsersRequest.class, () -> ListAppInstanceUsersResponse.class),
    LIST_APP_INSTANCES(GET, "/app-instances", 200,
            () -> ListAppInstancesRequest.class, () -> ListAppInstancesResponse.class),
    PUT_APP_INSTANCE_RETENTION_SETTINGS(PUT, "/app-instances/{appInstanceArn}/retention-settings", 200,
            () -> PutAppInstanceRetentionSettingsRequest.class, () -> PutAppInstanceRetentionSettingsResponse.class),
    PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS(PUT, "/app-instance-users/{appInstanceUserArn}/expiration-settings", 200,
            () -> PutAppInstanceUserExpirationSettingsRequest.class, () -> PutAppInstanceUserExpirationSettingsResponse.class, CONFLICT),
    REGISTER_APP_INSTANCE_USER_ENDPOINT(POST, "/app-instance-users/{appInstanceUserArn}/endpoints", 201,
            () -> RegisterAppInstanceUserEndpointRequest.class, () -> RegisterAppInstanceUserEndpointResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    UPDATE_APP_INSTANCE(PUT, "/app-instances/{appInstanceArn}", 200,
            () -> UpdateAppInstanceRequest.class, () -> UpdateAppInstanceResponse.class, CONFLICT),
    UPDATE_APP_INSTANCE_BOT(PUT, "/app-instance-bots/{appInstanceBotArn}", 200,
            () -> UpdateAppInstanceBotRequest.class, () -> UpdateAppInstanceBotResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    UPDATE_APP_INSTANCE_USER(PUT, "/app-instance-users/{appInstanceUserArn}", 200,
            () -> UpdateAppInstanceUserRequest.class, () -> UpdateAppInstanceUserResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    UPDATE_APP_INSTANCE_USER_ENDPOINT(PUT, "/app-instance-users/{appInstanceUserArn}/endpoints/{endpointId}", 200,
            () -> UpdateAppInstanceUserEndpointRequest.class, () -> UpdateAppInstanceUserEndpointResponse.class, CONFLICT);
    // spotless:on

    private final SdkHttpMethod httpMethod;
    private final String uriTemplate;
    private final int successStatus;
    // Suppliers, because a class is looked for when it is named, and these may be missing.
    private final Supplier<Class<? extends ChimeSdkIdentityRequest>> requestType;
    private final Supplier<Class<? extends ChimeSdkIdentityResponse>> responseType;
    private final Set<ChimeError> modelledErrors;
    private final String awsName;

    IdentityOperation(
            SdkHttpMethod httpMethod,
            String uriTemplate,
            int successStatus,
            Supplier<Class<? extends ChimeSdkIdentityRequest>> requestType,
            Supplier<Class<? extends ChimeSdkIdentityResponse>> responseType,
            ChimeError... furtherErrors) {
        this.httpMethod = httpMethod;
        this.uriTemplate = uriTemplate;
        this.successStatus = successStatus;
        this.requestType = requestType;
        this.responseType = responseType;
        this.modelledErrors = ModelledErrors.with(List.of(furtherErrors));
        this.awsName = AwsNames.ofConstant(name());
    }

    /** Whether the SDK's module for these operations is on the class path. */
    public static boolean areAvailable() {
        return Available.YES;
    }

    /** Looked up once, when first asked. */
    private static final class Available {
        private static final boolean YES = find();

        private static boolean find() {
            try {
                return LIST_APP_INSTANCES.requestType().getName().endsWith("Request");
            } catch (NoClassDefFoundError missing) {
                return false;
            }
        }
    }

    @Override
    public String awsName() {
        return awsName;
    }

    @Override
    public SdkHttpMethod httpMethod() {
        return httpMethod;
    }

    @Override
    public String uriTemplate() {
        return uriTemplate;
    }

    @Override
    public int successStatus() {
        return successStatus;
    }

    /**
     * The AWS SDK's class for the request.
     *
     * @throws NoClassDefFoundError without the SDK's module {@code chimesdkidentity}
     */
    @Override
    public Class<? extends ChimeSdkIdentityRequest> requestType() {
        return requestType.get();
    }

    /**
     * The AWS SDK's class for the response.
     *
     * @throws NoClassDefFoundError without the SDK's module {@code chimesdkidentity}
     */
    @Override
    public Class<? extends ChimeSdkIdentityResponse> responseType() {
        return responseType.get();
    }

    @Override
    public Set<ChimeError> modelledErrors() {
        return modelledErrors;
    }

    /** The AWS spelling, as in {@link #awsName()}. */
    @Override
    public String toString() {
        return awsName;
    }
}
