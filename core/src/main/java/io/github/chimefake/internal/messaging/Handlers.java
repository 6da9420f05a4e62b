package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import java.util.Optional;

/** Every operation that the fake serves: one line each. Made when they are needed, so that the others are never loaded. */
final class Handlers {
    private Handlers() {}

    static Optional<Handler<?>> find(Operation operation) {
        return operation.service() == ChimeService.MESSAGING ? Optional.of(of(operation)) : Optional.empty();
    }

    private static Handler<?> of(Operation operation) {
        return switch (operation) {
            case ASSOCIATE_CHANNEL_FLOW -> new AssociateChannelFlow();
            case BATCH_CREATE_CHANNEL_MEMBERSHIP -> new BatchCreateChannelMembership();
            case CHANNEL_FLOW_CALLBACK -> new ChannelFlowCallback();
            case CREATE_CHANNEL -> new CreateChannel();
            case CREATE_CHANNEL_BAN -> new CreateChannelBan();
            case CREATE_CHANNEL_FLOW -> new CreateChannelFlow();
            case CREATE_CHANNEL_MEMBERSHIP -> new CreateChannelMembership();
            case CREATE_CHANNEL_MODERATOR -> new CreateChannelModerator();
            case DELETE_CHANNEL -> new DeleteChannel();
            case DELETE_CHANNEL_BAN -> new DeleteChannelBan();
            case DELETE_CHANNEL_FLOW -> new DeleteChannelFlow();
            case DELETE_CHANNEL_MEMBERSHIP -> new DeleteChannelMembership();
            case DELETE_CHANNEL_MESSAGE -> new DeleteChannelMessage();
            case DELETE_CHANNEL_MODERATOR -> new DeleteChannelModerator();
            case DELETE_MESSAGING_STREAMING_CONFIGURATIONS -> new DeleteMessagingStreamingConfigurations();
            case DESCRIBE_CHANNEL -> new DescribeChannel();
            case DESCRIBE_CHANNEL_BAN -> new DescribeChannelBan();
            case DESCRIBE_CHANNEL_FLOW -> new DescribeChannelFlow();
            case DESCRIBE_CHANNEL_MEMBERSHIP -> new DescribeChannelMembership();
            case DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER -> new DescribeChannelMembershipForAppInstanceUser();
            case DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER -> new DescribeChannelModeratedByAppInstanceUser();
            case DESCRIBE_CHANNEL_MODERATOR -> new DescribeChannelModerator();
            case DISASSOCIATE_CHANNEL_FLOW -> new DisassociateChannelFlow();
            case GET_CHANNEL_MEMBERSHIP_PREFERENCES -> new GetChannelMembershipPreferences();
            case GET_CHANNEL_MESSAGE -> new GetChannelMessage();
            case GET_CHANNEL_MESSAGE_STATUS -> new GetChannelMessageStatus();
            case GET_MESSAGING_SESSION_ENDPOINT -> new GetMessagingSessionEndpoint();
            case GET_MESSAGING_STREAMING_CONFIGURATIONS -> new GetMessagingStreamingConfigurations();
            case LIST_CHANNEL_BANS -> new ListChannelBans();
            case LIST_CHANNEL_FLOWS -> new ListChannelFlows();
            case LIST_CHANNEL_MEMBERSHIPS -> new ListChannelMemberships();
            case LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER -> new ListChannelMembershipsForAppInstanceUser();
            case LIST_CHANNEL_MESSAGES -> new ListChannelMessages();
            case LIST_CHANNEL_MODERATORS -> new ListChannelModerators();
            case LIST_CHANNELS -> new ListChannels();
            case LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW -> new ListChannelsAssociatedWithChannelFlow();
            case LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER -> new ListChannelsModeratedByAppInstanceUser();
            case LIST_SUB_CHANNELS -> new ListSubChannels();
            case LIST_TAGS_FOR_RESOURCE -> new ListTagsForResource();
            case PUT_CHANNEL_EXPIRATION_SETTINGS -> new PutChannelExpirationSettings();
            case PUT_CHANNEL_MEMBERSHIP_PREFERENCES -> new PutChannelMembershipPreferences();
            case PUT_MESSAGING_STREAMING_CONFIGURATIONS -> new PutMessagingStreamingConfigurations();
            case REDACT_CHANNEL_MESSAGE -> new RedactChannelMessage();
            case SEARCH_CHANNELS -> new SearchChannels();
            case SEND_CHANNEL_MESSAGE -> new SendChannelMessage();
            case TAG_RESOURCE -> new TagResource();
            case UNTAG_RESOURCE -> new UntagResource();
            case UPDATE_CHANNEL -> new UpdateChannel();
            case UPDATE_CHANNEL_FLOW -> new UpdateChannelFlow();
            case UPDATE_CHANNEL_MESSAGE -> new UpdateChannelMessage();
            case UPDATE_CHANNEL_READ_MARKER -> new UpdateChannelReadMarker();
            default -> throw new IllegalArgumentException(operation + " is no operation of messaging");
        };
    }
}
