package io.github.chimefake.internal.events;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.internal.text.Shortened;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchChannelMemberships;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;

/** Prints events, one a line. */
final class EventPrinter {
    private static final int MOST_RECEIVERS = 5;
    private static final int LONGEST_TEXT = 60;

    private EventPrinter() {}

    /** Returns for example {@code CREATE_CHANNEL_MESSAGE "hello" of alice in general to alice, bob; caused by …}. */
    static String line(EmittedEvent event, boolean printsTexts) {
        return event.type() + " " + subject(event.payload(), printsTexts) + "in "
                + event.channel().id()
                + event.subChannelId().map(id -> ", sub-channel " + id + ",").orElse("")
                + " to " + receivers(event.receivers())
                + event.reason().map(reason -> " (" + reason + ")").orElse("")
                + "; caused by " + OneLine.of(event.cause().toString());
    }

    private static String receivers(Set<MemberArn> receivers) {
        if (receivers.isEmpty()) {
            return "no user";
        }
        int more = receivers.size() - MOST_RECEIVERS;
        return receivers.stream().limit(MOST_RECEIVERS).map(Arn::id).collect(joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Returns what the event is about, and a space; empty if it is the channel. */
    private static String subject(SdkPojo payload, boolean printsTexts) {
        if (payload instanceof ChannelMessage message) {
            return text(message.content(), printsTexts) + "of " + name(message.sender()) + " ";
        }
        if (payload instanceof ChannelMembership membership) {
            return "of " + name(membership.member()) + " ";
        }
        if (payload instanceof BatchChannelMemberships memberships) {
            return "of "
                    + memberships.members().stream().map(EventPrinter::name).collect(joining(", ")) + " ";
        }
        return payload instanceof Channel channel ? text(channel.name(), printsTexts) : "";
    }

    private static String text(@Nullable String text, boolean printsTexts) {
        return Optional.ofNullable(text)
                .filter(present -> printsTexts)
                .map(present -> "\"" + Shortened.of(OneLine.of(present), LONGEST_TEXT) + "\" ")
                .orElse("");
    }

    private static String name(Identity identity) {
        return Arn.of(identity.arn()).id();
    }
}
