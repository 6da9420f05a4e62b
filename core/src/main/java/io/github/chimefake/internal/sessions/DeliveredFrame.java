package io.github.chimefake.internal.sessions;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.events.DefaultMessagingEvent;
import io.github.chimefake.internal.socketfaults.SocketFrame;
import io.github.chimefake.sessions.DeliveredEvent;
import java.util.Optional;

/** A message that a session was sent. */
record DeliveredFrame(SocketFrame sent, ChimeUser user, String sessionId, boolean printsTexts)
        implements DeliveredEvent {
    @Override
    public MessagingEventType type() {
        return sent.type();
    }

    @Override
    public Optional<String> channelArn() {
        return sent.channel().map(Arn::text);
    }

    @Override
    public Optional<MessagingEvent> event() {
        return sent.event().map(event -> new DefaultMessagingEvent(event, printsTexts));
    }

    @Override
    public String frame() {
        return sent.text();
    }

    @Override
    public String toString() {
        return type() + " to " + user.id()
                + sent.channel().map(channel -> " in " + channel.id()).orElse("");
    }
}
