package io.github.chimefake;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.NOT_FOUND;
import static io.github.chimefake.ChimeError.RESOURCE_LIMIT_EXCEEDED;
import static io.github.chimefake.ChimeError.SERVICE_FAILURE;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.ChimeService.IDENTITY;
import static io.github.chimefake.ChimeService.MESSAGING;
import static software.amazon.awssdk.http.SdkHttpMethod.DELETE;
import static software.amazon.awssdk.http.SdkHttpMethod.GET;
import static software.amazon.awssdk.http.SdkHttpMethod.POST;
import static software.amazon.awssdk.http.SdkHttpMethod.PUT;

import io.github.chimefake.internal.sdk.SdkClasses;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;

/**
 * The operations of Amazon Chime SDK messaging, API version 2021-05-15, and of Amazon Chime SDK identity, API version
 * 2021-04-20, with the properties that the service models give them.
 *
 * <p>Both services have {@link #TAG_RESOURCE}, {@link #UNTAG_RESOURCE} and {@link #LIST_TAGS_FOR_RESOURCE}, under the same path and
 * with the same members, so that the service cannot be determined from a request. Each is listed once, as an operation
 * of messaging.
 *
 * <p>The SDK's module {@code software.amazon.awssdk:chimesdkidentity} is optional. Without it, requests for the operations of
 * identity get a response with status 501, and {@link #requestType()} and {@link #responseType()} of these operations throw a
 * {@link NoClassDefFoundError}.
 *
 * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_Operations_Amazon_Chime_SDK_Messaging.html">
 *     API reference of messaging</a>
 * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_Operations_Amazon_Chime_SDK_Identity.html">
 *     API reference of identity</a>
 * @since 0.1
 */
public enum Operation {
    // spotless:off: one entry, one line: where it is, and what goes wrong.
    ASSOCIATE_CHANNEL_FLOW(MESSAGING, PUT, "/channels/{channelArn}/channel-flow", 200, CONFLICT, NOT_FOUND),
    BATCH_CREATE_CHANNEL_MEMBERSHIP(MESSAGING, POST, "/channels/{channelArn}/memberships?operation=batch-create", 200, NOT_FOUND, RESOURCE_LIMIT_EXCEEDED),
    CHANNEL_FLOW_CALLBACK(MESSAGING, POST, "/channels/{channelArn}?operation=channel-flow-callback", 200, CONFLICT),
    CREATE_CHANNEL(MESSAGING, POST, "/channels", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_BAN(MESSAGING, POST, "/channels/{channelArn}/bans", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_FLOW(MESSAGING, POST, "/channel-flows", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_MEMBERSHIP(MESSAGING, POST, "/channels/{channelArn}/memberships", 201, CONFLICT, NOT_FOUND, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_MODERATOR(MESSAGING, POST, "/channels/{channelArn}/moderators", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_CHANNEL(MESSAGING, DELETE, "/channels/{channelArn}", 204, CONFLICT),
    DELETE_CHANNEL_BAN(MESSAGING, DELETE, "/channels/{channelArn}/bans/{memberArn}", 204),
    DELETE_CHANNEL_FLOW(MESSAGING, DELETE, "/channel-flows/{channelFlowArn}", 204, CONFLICT),
    DELETE_CHANNEL_MEMBERSHIP(MESSAGING, DELETE, "/channels/{channelArn}/memberships/{memberArn}", 204, CONFLICT),
    DELETE_CHANNEL_MESSAGE(MESSAGING, DELETE, "/channels/{channelArn}/messages/{messageId}", 204),
    DELETE_CHANNEL_MODERATOR(MESSAGING, DELETE, "/channels/{channelArn}/moderators/{channelModeratorArn}", 204),
    DELETE_MESSAGING_STREAMING_CONFIGURATIONS(MESSAGING, DELETE, "/app-instances/{appInstanceArn}/streaming-configurations", 204),
    DESCRIBE_CHANNEL(MESSAGING, GET, "/channels/{channelArn}", 200),
    DESCRIBE_CHANNEL_BAN(MESSAGING, GET, "/channels/{channelArn}/bans/{memberArn}", 200, NOT_FOUND),
    DESCRIBE_CHANNEL_FLOW(MESSAGING, GET, "/channel-flows/{channelFlowArn}", 200),
    DESCRIBE_CHANNEL_MEMBERSHIP(MESSAGING, GET, "/channels/{channelArn}/memberships/{memberArn}", 200, NOT_FOUND),
    DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER(MESSAGING, GET, "/channels/{channelArn}?scope=app-instance-user-membership", 200),
    DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER(MESSAGING, GET, "/channels/{channelArn}?scope=app-instance-user-moderated-channel", 200),
    DESCRIBE_CHANNEL_MODERATOR(MESSAGING, GET, "/channels/{channelArn}/moderators/{channelModeratorArn}", 200, NOT_FOUND),
    DISASSOCIATE_CHANNEL_FLOW(MESSAGING, DELETE, "/channels/{channelArn}/channel-flow/{channelFlowArn}", 204, CONFLICT, NOT_FOUND),
    GET_CHANNEL_MEMBERSHIP_PREFERENCES(MESSAGING, GET, "/channels/{channelArn}/memberships/{memberArn}/preferences", 200),
    GET_CHANNEL_MESSAGE(MESSAGING, GET, "/channels/{channelArn}/messages/{messageId}", 200, NOT_FOUND),
    GET_CHANNEL_MESSAGE_STATUS(MESSAGING, GET, "/channels/{channelArn}/messages/{messageId}?scope=message-status", 200),
    GET_MESSAGING_SESSION_ENDPOINT(MESSAGING, GET, "/endpoints/messaging-session", 200),
    GET_MESSAGING_STREAMING_CONFIGURATIONS(MESSAGING, GET, "/app-instances/{appInstanceArn}/streaming-configurations", 200, NOT_FOUND),
    LIST_CHANNEL_BANS(MESSAGING, GET, "/channels/{channelArn}/bans", 200),
    LIST_CHANNEL_FLOWS(MESSAGING, GET, "/channel-flows", 200),
    LIST_CHANNEL_MEMBERSHIPS(MESSAGING, GET, "/channels/{channelArn}/memberships", 200),
    LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER(MESSAGING, GET, "/channels?scope=app-instance-user-memberships", 200),
    LIST_CHANNEL_MESSAGES(MESSAGING, GET, "/channels/{channelArn}/messages", 200),
    LIST_CHANNEL_MODERATORS(MESSAGING, GET, "/channels/{channelArn}/moderators", 200),
    LIST_CHANNELS(MESSAGING, GET, "/channels", 200),
    LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW(MESSAGING, GET, "/channels?scope=channel-flow-associations", 200),
    LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER(MESSAGING, GET, "/channels?scope=app-instance-user-moderated-channels", 200),
    LIST_SUB_CHANNELS(MESSAGING, GET, "/channels/{channelArn}/subchannels", 200),
    LIST_TAGS_FOR_RESOURCE(MESSAGING, GET, "/tags", 200),
    PUT_CHANNEL_EXPIRATION_SETTINGS(MESSAGING, PUT, "/channels/{channelArn}/expiration-settings", 200, CONFLICT),
    PUT_CHANNEL_MEMBERSHIP_PREFERENCES(MESSAGING, PUT, "/channels/{channelArn}/memberships/{memberArn}/preferences", 200, CONFLICT),
    PUT_MESSAGING_STREAMING_CONFIGURATIONS(MESSAGING, PUT, "/app-instances/{appInstanceArn}/streaming-configurations", 200, CONFLICT, NOT_FOUND),
    REDACT_CHANNEL_MESSAGE(MESSAGING, POST, "/channels/{channelArn}/messages/{messageId}?operation=redact", 200, CONFLICT),
    SEARCH_CHANNELS(MESSAGING, POST, "/channels?operation=search", 200),
    SEND_CHANNEL_MESSAGE(MESSAGING, POST, "/channels/{channelArn}/messages", 201, CONFLICT),
    TAG_RESOURCE(MESSAGING, POST, "/tags?operation=tag-resource", 204, RESOURCE_LIMIT_EXCEEDED),
    UNTAG_RESOURCE(MESSAGING, POST, "/tags?operation=untag-resource", 204),
    UPDATE_CHANNEL(MESSAGING, PUT, "/channels/{channelArn}", 200, CONFLICT),
    UPDATE_CHANNEL_FLOW(MESSAGING, PUT, "/channel-flows/{channelFlowArn}", 200, CONFLICT),
    UPDATE_CHANNEL_MESSAGE(MESSAGING, PUT, "/channels/{channelArn}/messages/{messageId}", 200, CONFLICT),
    UPDATE_CHANNEL_READ_MARKER(MESSAGING, PUT, "/channels/{channelArn}/readMarker", 200, CONFLICT),

    CREATE_APP_INSTANCE(IDENTITY, POST, "/app-instances", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_APP_INSTANCE_ADMIN(IDENTITY, POST, "/app-instances/{appInstanceArn}/admins", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_APP_INSTANCE_BOT(IDENTITY, POST, "/app-instance-bots", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_APP_INSTANCE_USER(IDENTITY, POST, "/app-instance-users", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE(IDENTITY, DELETE, "/app-instances/{appInstanceArn}", 204, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE_ADMIN(IDENTITY, DELETE, "/app-instances/{appInstanceArn}/admins/{appInstanceAdminArn}", 204, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE_BOT(IDENTITY, DELETE, "/app-instance-bots/{appInstanceBotArn}", 204, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_APP_INSTANCE_USER(IDENTITY, DELETE, "/app-instance-users/{appInstanceUserArn}", 204, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DEREGISTER_APP_INSTANCE_USER_ENDPOINT(IDENTITY, DELETE, "/app-instance-users/{appInstanceUserArn}/endpoints/{endpointId}", 204),
    DESCRIBE_APP_INSTANCE(IDENTITY, GET, "/app-instances/{appInstanceArn}", 200),
    DESCRIBE_APP_INSTANCE_ADMIN(IDENTITY, GET, "/app-instances/{appInstanceArn}/admins/{appInstanceAdminArn}", 200),
    DESCRIBE_APP_INSTANCE_BOT(IDENTITY, GET, "/app-instance-bots/{appInstanceBotArn}", 200, NOT_FOUND),
    DESCRIBE_APP_INSTANCE_USER(IDENTITY, GET, "/app-instance-users/{appInstanceUserArn}", 200),
    DESCRIBE_APP_INSTANCE_USER_ENDPOINT(IDENTITY, GET, "/app-instance-users/{appInstanceUserArn}/endpoints/{endpointId}", 200),
    GET_APP_INSTANCE_RETENTION_SETTINGS(IDENTITY, GET, "/app-instances/{appInstanceArn}/retention-settings", 200),
    LIST_APP_INSTANCE_ADMINS(IDENTITY, GET, "/app-instances/{appInstanceArn}/admins", 200, RESOURCE_LIMIT_EXCEEDED),
    LIST_APP_INSTANCE_BOTS(IDENTITY, GET, "/app-instance-bots", 200, RESOURCE_LIMIT_EXCEEDED),
    LIST_APP_INSTANCE_USER_ENDPOINTS(IDENTITY, GET, "/app-instance-users/{appInstanceUserArn}/endpoints", 200),
    LIST_APP_INSTANCE_USERS(IDENTITY, GET, "/app-instance-users", 200),
    LIST_APP_INSTANCES(IDENTITY, GET, "/app-instances", 200),
    PUT_APP_INSTANCE_RETENTION_SETTINGS(IDENTITY, PUT, "/app-instances/{appInstanceArn}/retention-settings", 200),
    PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS(IDENTITY, PUT, "/app-instance-users/{appInstanceUserArn}/expiration-settings", 200, CONFLICT),
    REGISTER_APP_INSTANCE_USER_ENDPOINT(IDENTITY, POST, "/app-instance-users/{appInstanceUserArn}/endpoints", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    UPDATE_APP_INSTANCE(IDENTITY, PUT, "/app-instances/{appInstanceArn}", 200, CONFLICT),
    UPDATE_APP_INSTANCE_BOT(IDENTITY, PUT, "/app-instance-bots/{appInstanceBotArn}", 200, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    UPDATE_APP_INSTANCE_USER(IDENTITY, PUT, "/app-instance-users/{appInstanceUserArn}", 200, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    UPDATE_APP_INSTANCE_USER_ENDPOINT(IDENTITY, PUT, "/app-instance-users/{appInstanceUserArn}/endpoints/{endpointId}", 200, CONFLICT);
    // spotless:on

    private final ChimeService service;
    private final SdkHttpMethod httpMethod;
    private final String uriTemplate;
    private final int successStatus;
    private final Set<ChimeError> modeledErrors;
    private final String awsName;
    private final String iamAction;

    Operation(
            ChimeService service,
            SdkHttpMethod httpMethod,
            String uriTemplate,
            int successStatus,
            ChimeError... furtherErrors) {
        this.service = service;
        this.httpMethod = httpMethod;
        this.uriTemplate = uriTemplate;
        this.successStatus = successStatus;
        this.awsName = camelCase(name());
        this.iamAction = "chime:" + awsName;
        this.modeledErrors = modeledErrors(awsName, List.of(furtherErrors));
    }

    private static String camelCase(String constant) {
        return Stream.of(constant.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static Set<ChimeError> modeledErrors(String awsName, List<ChimeError> furtherErrors) {
        EnumSet<ChimeError> errors =
                EnumSet.of(FORBIDDEN, UNAUTHORIZED_CLIENT, THROTTLED_CLIENT, SERVICE_UNAVAILABLE, SERVICE_FAILURE);
        errors.addAll(furtherErrors);
        if (!awsName.equals(
                "GetMessagingSessionEndpoint")) { // The only operation whose model lists no BadRequestException.
            errors.add(BAD_REQUEST);
        }
        return Collections.unmodifiableSet(errors);
    }

    /** Returns the service that the operation belongs to; {@code MESSAGING} for the three operations on tags. */
    public ChimeService service() {
        return service;
    }

    /** Returns the name in AWS's spelling, for example {@code SendChannelMessage}. */
    public String awsName() {
        return awsName;
    }

    /** Returns the action that IAM policies name, for example {@code chime:SendChannelMessage}. */
    public String iamAction() {
        return iamAction;
    }

    /** Returns the HTTP method. */
    @Experimental
    public SdkHttpMethod httpMethod() {
        return httpMethod;
    }

    /**
     * Returns the path, and the query parameters that distinguish the operation from others on the same path, for example
     * {@code /channels/{channelArn}/memberships?operation=batch-create}.
     */
    @Experimental
    public String uriTemplate() {
        return uriTemplate;
    }

    /** Returns the HTTP status of a response that is not an error. */
    @Experimental
    public int successStatus() {
        return successStatus;
    }

    /**
     * Returns the AWS SDK's class for the request.
     *
     * @throws NoClassDefFoundError if the SDK's module of the service is not on the class path
     */
    public Class<? extends AwsRequest> requestType() {
        return service == MESSAGING
                ? SdkClasses.find(awsName, "Request", ChimeSdkMessagingRequest.class)
                : SdkClasses.find(awsName, "Request", ChimeSdkIdentityRequest.class);
    }

    /**
     * Returns the AWS SDK's class for the response.
     *
     * @throws NoClassDefFoundError if the SDK's module of the service is not on the class path
     */
    public Class<? extends AwsResponse> responseType() {
        return service == MESSAGING
                ? SdkClasses.find(awsName, "Response", ChimeSdkMessagingResponse.class)
                : SdkClasses.find(awsName, "Response", ChimeSdkIdentityResponse.class);
    }

    /**
     * Returns whether requests of the operation have the header {@code x-amz-chime-bearer}, which names the user that they are made for.
     */
    @Experimental
    public Bearer bearer() {
        return switch (this) {
            case CHANNEL_FLOW_CALLBACK,
                    CREATE_CHANNEL_FLOW,
                    DELETE_CHANNEL_FLOW,
                    DELETE_MESSAGING_STREAMING_CONFIGURATIONS,
                    DESCRIBE_CHANNEL_FLOW,
                    GET_MESSAGING_SESSION_ENDPOINT,
                    GET_MESSAGING_STREAMING_CONFIGURATIONS,
                    LIST_CHANNEL_FLOWS,
                    LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW,
                    LIST_TAGS_FOR_RESOURCE,
                    PUT_MESSAGING_STREAMING_CONFIGURATIONS,
                    TAG_RESOURCE,
                    UNTAG_RESOURCE,
                    UPDATE_CHANNEL_FLOW -> Bearer.NONE;
            case PUT_CHANNEL_EXPIRATION_SETTINGS, SEARCH_CHANNELS -> Bearer.OPTIONAL;
            default -> service == MESSAGING ? Bearer.REQUIRED : Bearer.NONE;
        };
    }

    /**
     * The rule for the header {@code x-amz-chime-bearer} in the requests of an operation.
     *
     * @since 0.1
     */
    @Experimental
    public enum Bearer {
        /** The operation has no such header; in a request, it is ignored. */
        NONE,
        /** The header may be missing. */
        OPTIONAL,
        /** A request without the header fails. */
        REQUIRED
    }

    /** Returns the errors that the service model lists for the operation. */
    public Set<ChimeError> modeledErrors() {
        return modeledErrors;
    }

    /** Returns the name in AWS's spelling, as {@link #awsName()} does. */
    @Override
    public String toString() {
        return awsName;
    }
}
