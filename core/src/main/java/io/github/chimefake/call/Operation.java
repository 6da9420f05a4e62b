package io.github.chimefake.call;

import static io.github.chimefake.call.ChimeError.BAD_REQUEST;
import static io.github.chimefake.call.ChimeError.CONFLICT;
import static io.github.chimefake.call.ChimeError.NOT_FOUND;
import static io.github.chimefake.call.ChimeError.RESOURCE_LIMIT_EXCEEDED;
import static software.amazon.awssdk.http.SdkHttpMethod.DELETE;
import static software.amazon.awssdk.http.SdkHttpMethod.GET;
import static software.amazon.awssdk.http.SdkHttpMethod.POST;
import static software.amazon.awssdk.http.SdkHttpMethod.PUT;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;

/**
 * The operations of Amazon Chime SDK messaging, API version 2021-05-15, with what the service model says of each.
 *
 * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_Operations_Amazon_Chime_SDK_Messaging.html">
 *     API reference</a>
 */
public enum Operation implements ChimeOperation {
    // spotless:off: one entry, one line: where it is, and what goes wrong.
    ASSOCIATE_CHANNEL_FLOW(PUT, "/channels/{channelArn}/channel-flow", 200, CONFLICT, NOT_FOUND),
    BATCH_CREATE_CHANNEL_MEMBERSHIP(POST, "/channels/{channelArn}/memberships?operation=batch-create", 200, NOT_FOUND, RESOURCE_LIMIT_EXCEEDED),
    CHANNEL_FLOW_CALLBACK(POST, "/channels/{channelArn}?operation=channel-flow-callback", 200, CONFLICT),
    CREATE_CHANNEL(POST, "/channels", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_BAN(POST, "/channels/{channelArn}/bans", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_FLOW(POST, "/channel-flows", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_MEMBERSHIP(POST, "/channels/{channelArn}/memberships", 201, CONFLICT, NOT_FOUND, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_MODERATOR(POST, "/channels/{channelArn}/moderators", 201, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_CHANNEL(DELETE, "/channels/{channelArn}", 204, CONFLICT),
    DELETE_CHANNEL_BAN(DELETE, "/channels/{channelArn}/bans/{memberArn}", 204),
    DELETE_CHANNEL_FLOW(DELETE, "/channel-flows/{channelFlowArn}", 204, CONFLICT),
    DELETE_CHANNEL_MEMBERSHIP(DELETE, "/channels/{channelArn}/memberships/{memberArn}", 204, CONFLICT),
    DELETE_CHANNEL_MESSAGE(DELETE, "/channels/{channelArn}/messages/{messageId}", 204),
    DELETE_CHANNEL_MODERATOR(DELETE, "/channels/{channelArn}/moderators/{channelModeratorArn}", 204),
    DELETE_MESSAGING_STREAMING_CONFIGURATIONS(DELETE, "/app-instances/{appInstanceArn}/streaming-configurations", 204),
    DESCRIBE_CHANNEL(GET, "/channels/{channelArn}", 200),
    DESCRIBE_CHANNEL_BAN(GET, "/channels/{channelArn}/bans/{memberArn}", 200, NOT_FOUND),
    DESCRIBE_CHANNEL_FLOW(GET, "/channel-flows/{channelFlowArn}", 200),
    DESCRIBE_CHANNEL_MEMBERSHIP(GET, "/channels/{channelArn}/memberships/{memberArn}", 200, NOT_FOUND),
    DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER(GET, "/channels/{channelArn}?scope=app-instance-user-membership", 200),
    DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER(GET, "/channels/{channelArn}?scope=app-instance-user-moderated-channel", 200),
    DESCRIBE_CHANNEL_MODERATOR(GET, "/channels/{channelArn}/moderators/{channelModeratorArn}", 200, NOT_FOUND),
    DISASSOCIATE_CHANNEL_FLOW(DELETE, "/channels/{channelArn}/channel-flow/{channelFlowArn}", 204, CONFLICT, NOT_FOUND),
    GET_CHANNEL_MEMBERSHIP_PREFERENCES(GET, "/channels/{channelArn}/memberships/{memberArn}/preferences", 200),
    GET_CHANNEL_MESSAGE(GET, "/channels/{channelArn}/messages/{messageId}", 200, NOT_FOUND),
    GET_CHANNEL_MESSAGE_STATUS(GET, "/channels/{channelArn}/messages/{messageId}?scope=message-status", 200),
    GET_MESSAGING_SESSION_ENDPOINT(GET, "/endpoints/messaging-session", 200),
    GET_MESSAGING_STREAMING_CONFIGURATIONS(GET, "/app-instances/{appInstanceArn}/streaming-configurations", 200, NOT_FOUND),
    LIST_CHANNEL_BANS(GET, "/channels/{channelArn}/bans", 200),
    LIST_CHANNEL_FLOWS(GET, "/channel-flows", 200),
    LIST_CHANNEL_MEMBERSHIPS(GET, "/channels/{channelArn}/memberships", 200),
    LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER(GET, "/channels?scope=app-instance-user-memberships", 200),
    LIST_CHANNEL_MESSAGES(GET, "/channels/{channelArn}/messages", 200),
    LIST_CHANNEL_MODERATORS(GET, "/channels/{channelArn}/moderators", 200),
    LIST_CHANNELS(GET, "/channels", 200),
    LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW(GET, "/channels?scope=channel-flow-associations", 200),
    LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER(GET, "/channels?scope=app-instance-user-moderated-channels", 200),
    LIST_SUB_CHANNELS(GET, "/channels/{channelArn}/subchannels", 200),
    LIST_TAGS_FOR_RESOURCE(GET, "/tags", 200),
    PUT_CHANNEL_EXPIRATION_SETTINGS(PUT, "/channels/{channelArn}/expiration-settings", 200, CONFLICT),
    PUT_CHANNEL_MEMBERSHIP_PREFERENCES(PUT, "/channels/{channelArn}/memberships/{memberArn}/preferences", 200, CONFLICT),
    PUT_MESSAGING_STREAMING_CONFIGURATIONS(PUT, "/app-instances/{appInstanceArn}/streaming-configurations", 200, CONFLICT, NOT_FOUND),
    REDACT_CHANNEL_MESSAGE(POST, "/channels/{channelArn}/messages/{messageId}?operation=redact", 200, CONFLICT),
    SEARCH_CHANNELS(POST, "/channels?operation=search", 200),
    SEND_CHANNEL_MESSAGE(POST, "/channels/{channelArn}/messages", 201, CONFLICT),
    TAG_RESOURCE(POST, "/tags?operation=tag-resource", 204, RESOURCE_LIMIT_EXCEEDED),
    UNTAG_RESOURCE(POST, "/tags?operation=untag-resource", 204),
    UPDATE_CHANNEL(PUT, "/channels/{channelArn}", 200, CONFLICT),
    UPDATE_CHANNEL_FLOW(PUT, "/channel-flows/{channelFlowArn}", 200, CONFLICT),
    UPDATE_CHANNEL_MESSAGE(PUT, "/channels/{channelArn}/messages/{messageId}", 200, CONFLICT),
    UPDATE_CHANNEL_READ_MARKER(PUT, "/channels/{channelArn}/readMarker", 200, CONFLICT);
    // spotless:on

    private final SdkHttpMethod httpMethod;
    private final String uriTemplate;
    private final int successStatus;
    private final Set<ChimeError> modelledErrors;
    private final String awsName;
    private final String iamAction;

    Operation(SdkHttpMethod httpMethod, String uriTemplate, int successStatus, ChimeError... furtherErrors) {
        this.httpMethod = httpMethod;
        this.uriTemplate = uriTemplate;
        this.successStatus = successStatus;
        this.awsName = AwsNames.ofConstant(name());
        this.iamAction = "chime:" + awsName;
        this.modelledErrors = modelledErrors(awsName, List.of(furtherErrors));
    }

    private static Set<ChimeError> modelledErrors(String awsName, List<ChimeError> furtherErrors) {
        Set<ChimeError> errors = ModelledErrors.with(furtherErrors);
        if (!awsName.equals("GetMessagingSessionEndpoint")) {
            return errors;
        }
        // The only operation whose model lists no BadRequestException.
        EnumSet<ChimeError> others = EnumSet.copyOf(errors);
        others.remove(BAD_REQUEST);
        return Collections.unmodifiableSet(others);
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

    @Override
    public Class<? extends ChimeSdkMessagingRequest> requestType() {
        return SdkClasses.find(awsName, "Request", ChimeSdkMessagingRequest.class);
    }

    @Override
    public Class<? extends ChimeSdkMessagingResponse> responseType() {
        return SdkClasses.find(awsName, "Response", ChimeSdkMessagingResponse.class);
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
