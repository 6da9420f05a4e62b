package io.github.chimefake.messaging;

import io.github.chimefake.call.Operation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every operation that the fake serves: one line each. */
final class Handlers {
    private static final List<Handler<?>> ALL = List.of(
            new BatchCreateChannelMembership(),
            new CreateChannel(),
            new CreateChannelMembership(),
            new CreateChannelModerator(),
            new DeleteChannel(),
            new DeleteChannelMembership(),
            new DeleteChannelMessage(),
            new DeleteChannelModerator(),
            new DescribeChannel(),
            new DescribeChannelMembership(),
            new DescribeChannelMembershipForAppInstanceUser(),
            new DescribeChannelModeratedByAppInstanceUser(),
            new DescribeChannelModerator(),
            new GetChannelMessage(),
            new GetChannelMessageStatus(),
            new ListChannelMemberships(),
            new ListChannelMembershipsForAppInstanceUser(),
            new ListChannelMessages(),
            new ListChannelModerators(),
            new ListChannels(),
            new ListChannelsModeratedByAppInstanceUser(),
            new RedactChannelMessage(),
            new SearchChannels(),
            new SendChannelMessage(),
            new UpdateChannel(),
            new UpdateChannelMessage());

    private final Map<Operation, Handler<?>> byOperation = new EnumMap<>(Operation.class);

    Handlers() {
        ALL.forEach(handler -> byOperation.put(handler.operation(), handler));
    }

    Optional<Handler<?>> find(Operation operation) {
        return Optional.ofNullable(byOperation.get(operation));
    }
}
