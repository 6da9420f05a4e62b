package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.messaging.channels.CreateChannel;
import io.github.chimefake.internal.messaging.channels.DeleteChannel;
import io.github.chimefake.internal.messaging.channels.DescribeChannel;
import io.github.chimefake.internal.messaging.channels.ListChannels;
import io.github.chimefake.internal.messaging.channels.ListSubChannels;
import io.github.chimefake.internal.messaging.channels.PutChannelExpirationSettings;
import io.github.chimefake.internal.messaging.channels.SearchChannels;
import io.github.chimefake.internal.messaging.channels.UpdateChannel;
import io.github.chimefake.internal.messaging.flows.AssociateChannelFlow;
import io.github.chimefake.internal.messaging.flows.ChannelFlowCallback;
import io.github.chimefake.internal.messaging.flows.CreateChannelFlow;
import io.github.chimefake.internal.messaging.flows.DeleteChannelFlow;
import io.github.chimefake.internal.messaging.flows.DescribeChannelFlow;
import io.github.chimefake.internal.messaging.flows.DisassociateChannelFlow;
import io.github.chimefake.internal.messaging.flows.ListChannelFlows;
import io.github.chimefake.internal.messaging.flows.ListChannelsAssociatedWithChannelFlow;
import io.github.chimefake.internal.messaging.flows.UpdateChannelFlow;
import io.github.chimefake.internal.messaging.memberships.BatchCreateChannelMembership;
import io.github.chimefake.internal.messaging.memberships.CreateChannelMembership;
import io.github.chimefake.internal.messaging.memberships.DeleteChannelMembership;
import io.github.chimefake.internal.messaging.memberships.DescribeChannelMembership;
import io.github.chimefake.internal.messaging.memberships.DescribeChannelMembershipForAppInstanceUser;
import io.github.chimefake.internal.messaging.memberships.GetChannelMembershipPreferences;
import io.github.chimefake.internal.messaging.memberships.ListChannelMemberships;
import io.github.chimefake.internal.messaging.memberships.ListChannelMembershipsForAppInstanceUser;
import io.github.chimefake.internal.messaging.memberships.PutChannelMembershipPreferences;
import io.github.chimefake.internal.messaging.memberships.UpdateChannelReadMarker;
import io.github.chimefake.internal.messaging.messages.DeleteChannelMessage;
import io.github.chimefake.internal.messaging.messages.GetChannelMessage;
import io.github.chimefake.internal.messaging.messages.GetChannelMessageStatus;
import io.github.chimefake.internal.messaging.messages.ListChannelMessages;
import io.github.chimefake.internal.messaging.messages.RedactChannelMessage;
import io.github.chimefake.internal.messaging.messages.SendChannelMessage;
import io.github.chimefake.internal.messaging.messages.UpdateChannelMessage;
import io.github.chimefake.internal.messaging.moderation.CreateChannelBan;
import io.github.chimefake.internal.messaging.moderation.CreateChannelModerator;
import io.github.chimefake.internal.messaging.moderation.DeleteChannelBan;
import io.github.chimefake.internal.messaging.moderation.DeleteChannelModerator;
import io.github.chimefake.internal.messaging.moderation.DescribeChannelBan;
import io.github.chimefake.internal.messaging.moderation.DescribeChannelModeratedByAppInstanceUser;
import io.github.chimefake.internal.messaging.moderation.DescribeChannelModerator;
import io.github.chimefake.internal.messaging.moderation.ListChannelBans;
import io.github.chimefake.internal.messaging.moderation.ListChannelModerators;
import io.github.chimefake.internal.messaging.moderation.ListChannelsModeratedByAppInstanceUser;
import io.github.chimefake.internal.messaging.sessions.GetMessagingSessionEndpoint;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.streaming.DeleteMessagingStreamingConfigurations;
import io.github.chimefake.internal.messaging.streaming.GetMessagingStreamingConfigurations;
import io.github.chimefake.internal.messaging.streaming.PutMessagingStreamingConfigurations;
import io.github.chimefake.internal.messaging.tags.ListTagsForResource;
import io.github.chimefake.internal.messaging.tags.TagResource;
import io.github.chimefake.internal.messaging.tags.UntagResource;
import io.github.chimefake.internal.operations.Handler;
import java.util.Optional;

/** The handlers of all operations of messaging. They are created on demand, so that unused handlers are not loaded. */
final class Handlers {
    private Handlers() {}

    static Optional<Handler<State, ?>> find(Operation operation) {
        return operation.service() == ChimeService.MESSAGING ? Optional.of(create(operation)) : Optional.empty();
    }

    private static Handler<State, ?> create(Operation operation) {
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
            default -> throw new IllegalArgumentException(operation + " is not an operation of messaging");
        };
    }
}
