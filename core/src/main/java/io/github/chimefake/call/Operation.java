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
import software.amazon.awssdk.services.chimesdkmessaging.model.AssociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.AssociateChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowCallbackRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowCallbackResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelBanResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelModeratorResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteMessagingStreamingConfigurationsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelBanResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipForAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratorResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMembershipPreferencesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMembershipPreferencesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingStreamingConfigurationsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelBansRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelBansResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelFlowsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelFlowsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsAssociatedWithChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsAssociatedWithChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsModeratedByAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelMembershipPreferencesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelMembershipPreferencesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutMessagingStreamingConfigurationsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelResponse;

/**
 * The operations of Amazon Chime SDK messaging, API version 2021-05-15, with what the service model says of each.
 *
 * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_Operations_Amazon_Chime_SDK_Messaging.html">
 *     API reference</a>
 */
public enum Operation implements ChimeOperation {
    // spotless:off: one entry, two lines: where it is, and what goes in, comes out and goes wrong.
    ASSOCIATE_CHANNEL_FLOW(PUT, "/channels/{channelArn}/channel-flow", 200,
            AssociateChannelFlowRequest.class, AssociateChannelFlowResponse.class, CONFLICT, NOT_FOUND),
    BATCH_CREATE_CHANNEL_MEMBERSHIP(POST, "/channels/{channelArn}/memberships?operation=batch-create", 200,
            BatchCreateChannelMembershipRequest.class, BatchCreateChannelMembershipResponse.class, NOT_FOUND, RESOURCE_LIMIT_EXCEEDED),
    CHANNEL_FLOW_CALLBACK(POST, "/channels/{channelArn}?operation=channel-flow-callback", 200,
            ChannelFlowCallbackRequest.class, ChannelFlowCallbackResponse.class, CONFLICT),
    CREATE_CHANNEL(POST, "/channels", 201,
            CreateChannelRequest.class, CreateChannelResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_BAN(POST, "/channels/{channelArn}/bans", 201,
            CreateChannelBanRequest.class, CreateChannelBanResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_FLOW(POST, "/channel-flows", 201,
            CreateChannelFlowRequest.class, CreateChannelFlowResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_MEMBERSHIP(POST, "/channels/{channelArn}/memberships", 201,
            CreateChannelMembershipRequest.class, CreateChannelMembershipResponse.class, CONFLICT, NOT_FOUND, RESOURCE_LIMIT_EXCEEDED),
    CREATE_CHANNEL_MODERATOR(POST, "/channels/{channelArn}/moderators", 201,
            CreateChannelModeratorRequest.class, CreateChannelModeratorResponse.class, CONFLICT, RESOURCE_LIMIT_EXCEEDED),
    DELETE_CHANNEL(DELETE, "/channels/{channelArn}", 204,
            DeleteChannelRequest.class, DeleteChannelResponse.class, CONFLICT),
    DELETE_CHANNEL_BAN(DELETE, "/channels/{channelArn}/bans/{memberArn}", 204,
            DeleteChannelBanRequest.class, DeleteChannelBanResponse.class),
    DELETE_CHANNEL_FLOW(DELETE, "/channel-flows/{channelFlowArn}", 204,
            DeleteChannelFlowRequest.class, DeleteChannelFlowResponse.class, CONFLICT),
    DELETE_CHANNEL_MEMBERSHIP(DELETE, "/channels/{channelArn}/memberships/{memberArn}", 204,
            DeleteChannelMembershipRequest.class, DeleteChannelMembershipResponse.class, CONFLICT),
    DELETE_CHANNEL_MESSAGE(DELETE, "/channels/{channelArn}/messages/{messageId}", 204,
            DeleteChannelMessageRequest.class, DeleteChannelMessageResponse.class),
    DELETE_CHANNEL_MODERATOR(DELETE, "/channels/{channelArn}/moderators/{channelModeratorArn}", 204,
            DeleteChannelModeratorRequest.class, DeleteChannelModeratorResponse.class),
    DELETE_MESSAGING_STREAMING_CONFIGURATIONS(DELETE, "/app-instances/{appInstanceArn}/streaming-configurations", 204,
            DeleteMessagingStreamingConfigurationsRequest.class, DeleteMessagingStreamingConfigurationsResponse.class),
    DESCRIBE_CHANNEL(GET, "/channels/{channelArn}", 200,
            DescribeChannelRequest.class, DescribeChannelResponse.class),
    DESCRIBE_CHANNEL_BAN(GET, "/channels/{channelArn}/bans/{memberArn}", 200,
            DescribeChannelBanRequest.class, DescribeChannelBanResponse.class, NOT_FOUND),
    DESCRIBE_CHANNEL_FLOW(GET, "/channel-flows/{channelFlowArn}", 200,
            DescribeChannelFlowRequest.class, DescribeChannelFlowResponse.class),
    DESCRIBE_CHANNEL_MEMBERSHIP(GET, "/channels/{channelArn}/memberships/{memberArn}", 200,
            DescribeChannelMembershipRequest.class, DescribeChannelMembershipResponse.class, NOT_FOUND),
    DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER(GET, "/channels/{channelArn}?scope=app-instance-user-membership", 200,
            DescribeChannelMembershipForAppInstanceUserRequest.class, DescribeChannelMembershipForAppInstanceUserResponse.class),
    DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER(GET, "/channels/{channelArn}?scope=app-instance-user-moderated-channel", 200,
            DescribeChannelModeratedByAppInstanceUserRequest.class, DescribeChannelModeratedByAppInstanceUserResponse.class),
    DESCRIBE_CHANNEL_MODERATOR(GET, "/channels/{channelArn}/moderators/{channelModeratorArn}", 200,
            DescribeChannelModeratorRequest.class, DescribeChannelModeratorResponse.class, NOT_FOUND),
    DISASSOCIATE_CHANNEL_FLOW(DELETE, "/channels/{channelArn}/channel-flow/{channelFlowArn}", 204,
            DisassociateChannelFlowRequest.class, DisassociateChannelFlowResponse.class, CONFLICT, NOT_FOUND),
    GET_CHANNEL_MEMBERSHIP_PREFERENCES(GET, "/channels/{channelArn}/memberships/{memberArn}/preferences", 200,
            GetChannelMembershipPreferencesRequest.class, GetChannelMembershipPreferencesResponse.class),
    GET_CHANNEL_MESSAGE(GET, "/channels/{channelArn}/messages/{messageId}", 200,
            GetChannelMessageRequest.class, GetChannelMessageResponse.class, NOT_FOUND),
    GET_CHANNEL_MESSAGE_STATUS(GET, "/channels/{channelArn}/messages/{messageId}?scope=message-status", 200,
            GetChannelMessageStatusRequest.class, GetChannelMessageStatusResponse.class),
    GET_MESSAGING_SESSION_ENDPOINT(GET, "/endpoints/messaging-session", 200,
            GetMessagingSessionEndpointRequest.class, GetMessagingSessionEndpointResponse.class),
    GET_MESSAGING_STREAMING_CONFIGURATIONS(GET, "/app-instances/{appInstanceArn}/streaming-configurations", 200,
            GetMessagingStreamingConfigurationsRequest.class, GetMessagingStreamingConfigurationsResponse.class, NOT_FOUND),
    LIST_CHANNEL_BANS(GET, "/channels/{channelArn}/bans", 200,
            ListChannelBansRequest.class, ListChannelBansResponse.class),
    LIST_CHANNEL_FLOWS(GET, "/channel-flows", 200,
            ListChannelFlowsRequest.class, ListChannelFlowsResponse.class),
    LIST_CHANNEL_MEMBERSHIPS(GET, "/channels/{channelArn}/memberships", 200,
            ListChannelMembershipsRequest.class, ListChannelMembershipsResponse.class),
    LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER(GET, "/channels?scope=app-instance-user-memberships", 200,
            ListChannelMembershipsForAppInstanceUserRequest.class, ListChannelMembershipsForAppInstanceUserResponse.class),
    LIST_CHANNEL_MESSAGES(GET, "/channels/{channelArn}/messages", 200,
            ListChannelMessagesRequest.class, ListChannelMessagesResponse.class),
    LIST_CHANNEL_MODERATORS(GET, "/channels/{channelArn}/moderators", 200,
            ListChannelModeratorsRequest.class, ListChannelModeratorsResponse.class),
    LIST_CHANNELS(GET, "/channels", 200,
            ListChannelsRequest.class, ListChannelsResponse.class),
    LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW(GET, "/channels?scope=channel-flow-associations", 200,
            ListChannelsAssociatedWithChannelFlowRequest.class, ListChannelsAssociatedWithChannelFlowResponse.class),
    LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER(GET, "/channels?scope=app-instance-user-moderated-channels", 200,
            ListChannelsModeratedByAppInstanceUserRequest.class, ListChannelsModeratedByAppInstanceUserResponse.class),
    LIST_SUB_CHANNELS(GET, "/channels/{channelArn}/subchannels", 200,
            ListSubChannelsRequest.class, ListSubChannelsResponse.class),
    LIST_TAGS_FOR_RESOURCE(GET, "/tags", 200,
            ListTagsForResourceRequest.class, ListTagsForResourceResponse.class),
    PUT_CHANNEL_EXPIRATION_SETTINGS(PUT, "/channels/{channelArn}/expiration-settings", 200,
            PutChannelExpirationSettingsRequest.class, PutChannelExpirationSettingsResponse.class, CONFLICT),
    PUT_CHANNEL_MEMBERSHIP_PREFERENCES(PUT, "/channels/{channelArn}/memberships/{memberArn}/preferences", 200,
            PutChannelMembershipPreferencesRequest.class, PutChannelMembershipPreferencesResponse.class, CONFLICT),
    PUT_MESSAGING_STREAMING_CONFIGURATIONS(PUT, "/app-instances/{appInstanceArn}/streaming-configurations", 200,
            PutMessagingStreamingConfigurationsRequest.class, PutMessagingStreamingConfigurationsResponse.class, CONFLICT, NOT_FOUND),
    REDACT_CHANNEL_MESSAGE(POST, "/channels/{channelArn}/messages/{messageId}?operation=redact", 200,
            RedactChannelMessageRequest.class, RedactChannelMessageResponse.class, CONFLICT),
    SEARCH_CHANNELS(POST, "/channels?operation=search", 200,
            SearchChannelsRequest.class, SearchChannelsResponse.class),
    SEND_CHANNEL_MESSAGE(POST, "/channels/{channelArn}/messages", 201,
            SendChannelMessageRequest.class, SendChannelMessageResponse.class, CONFLICT),
    TAG_RESOURCE(POST, "/tags?operation=tag-resource", 204,
            TagResourceRequest.class, TagResourceResponse.class, RESOURCE_LIMIT_EXCEEDED),
    UNTAG_RESOURCE(POST, "/tags?operation=untag-resource", 204,
            UntagResourceRequest.class, UntagResourceResponse.class),
    UPDATE_CHANNEL(PUT, "/channels/{channelArn}", 200,
            UpdateChannelRequest.class, UpdateChannelResponse.class, CONFLICT),
    UPDATE_CHANNEL_FLOW(PUT, "/channel-flows/{channelFlowArn}", 200,
            UpdateChannelFlowRequest.class, UpdateChannelFlowResponse.class, CONFLICT),
    UPDATE_CHANNEL_MESSAGE(PUT, "/channels/{channelArn}/messages/{messageId}", 200,
            UpdateChannelMessageRequest.class, UpdateChannelMessageResponse.class, CONFLICT),
    UPDATE_CHANNEL_READ_MARKER(PUT, "/channels/{channelArn}/readMarker", 200,
            UpdateChannelReadMarkerRequest.class, UpdateChannelReadMarkerResponse.class, CONFLICT);
    // spotless:on

    private final SdkHttpMethod httpMethod;
    private final String uriTemplate;
    private final int successStatus;
    private final Class<? extends ChimeSdkMessagingRequest> requestType;
    private final Class<? extends ChimeSdkMessagingResponse> responseType;
    private final Set<ChimeError> modelledErrors;
    private final String awsName;

    Operation(
            SdkHttpMethod httpMethod,
            String uriTemplate,
            int successStatus,
            Class<? extends ChimeSdkMessagingRequest> requestType,
            Class<? extends ChimeSdkMessagingResponse> responseType,
            ChimeError... furtherErrors) {
        this.httpMethod = httpMethod;
        this.uriTemplate = uriTemplate;
        this.successStatus = successStatus;
        this.requestType = requestType;
        this.responseType = responseType;
        this.modelledErrors = modelledErrors(requestType, List.of(furtherErrors));
        this.awsName = AwsNames.ofConstant(name());
    }

    private static Set<ChimeError> modelledErrors(
            Class<? extends ChimeSdkMessagingRequest> requestType, List<ChimeError> furtherErrors) {
        Set<ChimeError> errors = ModelledErrors.with(furtherErrors);
        if (requestType != GetMessagingSessionEndpointRequest.class) {
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
        return requestType;
    }

    @Override
    public Class<? extends ChimeSdkMessagingResponse> responseType() {
        return responseType;
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
