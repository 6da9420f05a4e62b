package io.github.chimefake.messaging;

import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.call.Operation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every operation that the fake serves: one line each. */
final class Handlers {
    private static final List<Handler<?>> ALL = List.of(
            new AssociateChannelFlow(),
            new BatchCreateChannelMembership(),
            new ChannelFlowCallback(),
            new CreateChannel(),
            new CreateChannelBan(),
            new CreateChannelFlow(),
            new CreateChannelMembership(),
            new CreateChannelModerator(),
            new DeleteChannel(),
            new DeleteChannelBan(),
            new DeleteChannelFlow(),
            new DeleteChannelMembership(),
            new DeleteChannelMessage(),
            new DeleteChannelModerator(),
            new DeleteMessagingStreamingConfigurations(),
            new DescribeChannel(),
            new DescribeChannelBan(),
            new DescribeChannelFlow(),
            new DescribeChannelMembership(),
            new DescribeChannelMembershipForAppInstanceUser(),
            new DescribeChannelModeratedByAppInstanceUser(),
            new DescribeChannelModerator(),
            new DisassociateChannelFlow(),
            new GetChannelMembershipPreferences(),
            new GetChannelMessage(),
            new GetChannelMessageStatus(),
            new GetMessagingSessionEndpoint(),
            new GetMessagingStreamingConfigurations(),
            new ListChannelBans(),
            new ListChannelFlows(),
            new ListChannelMemberships(),
            new ListChannelMembershipsForAppInstanceUser(),
            new ListChannelMessages(),
            new ListChannelModerators(),
            new ListChannels(),
            new ListChannelsAssociatedWithChannelFlow(),
            new ListChannelsModeratedByAppInstanceUser(),
            new ListSubChannels(),
            new ListTagsForResource(),
            new PutChannelExpirationSettings(),
            new PutChannelMembershipPreferences(),
            new PutMessagingStreamingConfigurations(),
            new RedactChannelMessage(),
            new SearchChannels(),
            new SendChannelMessage(),
            new TagResource(),
            new UntagResource(),
            new UpdateChannel(),
            new UpdateChannelFlow(),
            new UpdateChannelMessage(),
            new UpdateChannelReadMarker());

    private final Map<Operation, Handler<?>> byOperation = new EnumMap<>(Operation.class);

    Handlers() {
        ALL.forEach(handler -> byOperation.put(handler.operation(), handler));
    }

    Optional<Handler<?>> find(ChimeOperation operation) {
        return Optional.ofNullable(byOperation.get(operation));
    }
}
