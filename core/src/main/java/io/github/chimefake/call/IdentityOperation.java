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
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityResponse;

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
    // spotless:off: one entry, one line: where it is, and what goes wrong.
    CREATE_APP_INSTANCE(POST, "/app-instances", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_APP_INSTANCE_ADMIN(POST, "/app-instances/{appInstanceArn}/admins", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_APP_INSTANCE_BOT(POST, "/app-instance-bots", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_APP_INSTANCE_USER(POST, "/app-instance-users", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE(DELETE, "/app-instances/{appInstanceArn}", 204, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE_ADMIN(DELETE, "/app-instances/{appInstanceArn}/admins/{appInstanceAdminArn}", 204, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE_BOT(DELETE, "/app-instance-bots/{appInstanceBotArn}", 204, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE_USER(DELETE, "/app-instance-users/{appInstanceUserArn}", 204, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DEREGISTER_APP_INSTANCE_USER_ENDPOINT(DELETE, "/app-instance-users/{appInstanceUserArn}/endpoints/{endpointId}", 204),
    DESCRIBE_APP_INSTANCE(GET, "/app-instances/{appInstanceArn}", 200),
    DESCRIBE_APP_INSTANCE_ADMIN(GET, "/app-instances/{appInstanceArn}/admins/{appInstanceAdminArn}", 200),
    DESCRIBE_APP_INSTANCE_BOT(GET, "/app-instance-bots/{appInstanceBotArn}", 200, NOT_FOUND),
    DESCRIBE_APP_INSTANCE_USER(GET, "/app-instance-users/{appInstanceUserArn}", 200),
    DESCRIBE_APP_INSTANCE_USER_ENDPOINT(GET, "/app-instance-users/{appInstanceUserArn}/endpoints/{endpointId}", 200),
    GET_APP_INSTANCE_RETENTION_SETTINGS(GET, "/app-instances/{appInstanceArn}/retention-settings", 200),
    LIST_APP_INSTANCE_ADMINS(GET, "/app-instances/{appInstanceArn}/admins", 200, RESOURCE_LIMIT_EXCEEDED),
    LIST_APP_INSTANCE_BOTS(GET, "/app-instance-bots", 200, RESOURCE_LIMIT_EXCEEDED),
    LIST_APP_INSTANCE_USER_ENDPOINTS(GET, "/app-instance-users/{appInstanceUserArn}/endpoints", 200),
    LIST_APP_INSTANCE_USERS(GET, "/app-instance-users", 200),
    LIST_APP_INSTANCES(GET, "/app-instances", 200),
    PUT_APP_INSTANCE_RETENTION_SETTINGS(PUT, "/app-instances/{appInstanceArn}/retention-settings", 200),
    PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS(PUT, "/app-instance-users/{appInstanceUserArn}/expiration-settings", 200, CONFLICT),
    REGISTER_APP_INSTANCE_USER_ENDPOINT(POST, "/app-instance-users/{appInstanceUserArn}/endpoints", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    UPDATE_APP_INSTANCE(PUT, "/app-instances/{appInstanceArn}", 200, CONFLICT),
    UPDATE_APP_INSTANCE_BOT(PUT, "/app-instance-bots/{appInstanceBotArn}", 200, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    UPDATE_APP_INSTANCE_USER(PUT, "/app-instance-users/{appInstanceUserArn}", 200, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    UPDATE_APP_INSTANCE_USER_ENDPOINT(PUT, "/app-instance-users/{appInstanceUserArn}/endpoints/{endpointId}", 200, CONFLICT);
    // spotless:on

    private final SdkHttpMethod httpMethod;
    private final String uriTemplate;
    private final int successStatus;
    private final Set<ChimeError> modelledErrors;
    private final String awsName;
    private final String iamAction;

    IdentityOperation(SdkHttpMethod httpMethod, String uriTemplate, int successStatus, ChimeError... furtherErrors) {
        this.httpMethod = httpMethod;
        this.uriTemplate = uriTemplate;
        this.successStatus = successStatus;
        this.modelledErrors = ModelledErrors.with(List.of(furtherErrors));
        this.awsName = AwsNames.ofConstant(name());
        this.iamAction = "chime:" + awsName;
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
                Class<?> unused = LIST_APP_INSTANCES.requestType();
                return true;
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
    public String iamAction() {
        return iamAction;
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
        return SdkClasses.find(awsName, "Request", ChimeSdkIdentityRequest.class);
    }

    /**
     * The AWS SDK's class for the response.
     *
     * @throws NoClassDefFoundError without the SDK's module {@code chimesdkidentity}
     */
    @Override
    public Class<? extends ChimeSdkIdentityResponse> responseType() {
        return SdkClasses.find(awsName, "Response", ChimeSdkIdentityResponse.class);
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
