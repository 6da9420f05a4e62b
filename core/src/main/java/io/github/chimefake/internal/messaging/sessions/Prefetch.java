package io.github.chimefake.internal.messaging.sessions;

import static java.util.Comparator.comparing;

import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.events.PayloadJson;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.MessageLog;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.views.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;

/**
 * The channels of a user that a session is sent at its beginning, each with its latest messages and members. Documented: 50 channels of 20
 * messages and 30 members; of more channels, those with unread messages first, then by their last messages; fewer messages where some
 * of the latest are not visible to the user. Assumed: HIDDEN members are left out; a channel is unread if a visible message is newer
 * than the read marker, or there is no marker.
 */
public final class Prefetch {
    private static final int MOST_CHANNELS = 50;
    private static final int MOST_MESSAGES = 20;
    private static final int MOST_MEMBERS = 30;

    private final State state;
    private final Identifiers identifiers;
    private final AppInstanceUser user;
    private final Instant shownFrom;

    private Prefetch(State state, Identifiers identifiers, AppInstanceUser user, Instant shownFrom) {
        this.state = state;
        this.identifiers = identifiers;
        this.user = user;
        this.shownFrom = shownFrom;
    }

    /**
     * The details of a channel.
     *
     * @param payload the payload of the event
     */
    public record Details(ChannelArn channel, String payload) {}

    /**
     * Returns the details of the channels of a user.
     *
     * @param unreadFirst whether channels with unread messages come before the others
     * @param shownFrom the time before which messages are hidden, because of the retention of the app instance
     */
    public static List<Details> of(
            State state, Identifiers identifiers, AppInstanceUser user, boolean unreadFirst, Instant shownFrom) {
        return new Prefetch(state, identifiers, user, shownFrom).details(unreadFirst);
    }

    private List<Details> details(boolean unreadFirst) {
        List<ChannelState> channels = new ArrayList<>();
        Channels.memberOf(state, user, state.links(user.arn()).memberOf()).forEachRemaining(channels::add);
        Comparator<ChannelState> latestFirst = comparing(
                        (ChannelState channel) -> lastMessage(channel).orElse(Instant.MIN))
                .reversed();
        return channels.stream()
                .sorted(unreadFirst ? comparing(this::isRead).thenComparing(latestFirst) : latestFirst)
                .limit(MOST_CHANNELS)
                .map(this::details)
                .toList();
    }

    private Optional<Instant> lastMessage(ChannelState channel) {
        return channel.lastMessageVisibleTo(Optional.of(user.arn()));
    }

    private boolean isRead(ChannelState channel) {
        Optional<Instant> marker = membership(channel).readMarker();
        return lastMessage(channel)
                .filter(last -> marker.isEmpty() || last.isAfter(marker.get()))
                .isEmpty();
    }

    private Membership membership(ChannelState channel) {
        return channel.members().find(user.arn()).orElseThrow();
    }

    private Details details(ChannelState channel) {
        Membership membership = membership(channel);
        Optional<String> subChannel = membership.subChannels().stream().findFirst();
        boolean readable = !channel.isElastic() || subChannel.isPresent(); // A moderator may be in no sub-channel.
        List<StoredMessage> latest = readable ? latest(channel.log(subChannel)) : List.of();
        List<ChannelMessageSummary> messages = latest.stream()
                .limit(MOST_MESSAGES)
                .filter(message -> message.visibleTo(user.arn()))
                .map(message -> Views.summary(state, identifiers, message))
                .toList();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("Channel", Views.summary(channel, user.arn()));
        payload.put("ChannelMessages", messages);
        payload.put("ChannelMemberships", members(channel));
        membership.readMarker().ifPresent(marker -> payload.put("ReadMarkerTimestamp", marker));
        payload.put("ChannelMessagesHasMore", latest.size() > MOST_MESSAGES);
        return new Details(channel.arn(), PayloadJson.write(payload));
    }

    /** Returns the latest messages, one more than are sent, visible to the user or not. */
    private List<StoredMessage> latest(MessageLog log) {
        Iterator<StoredMessage> newestFirst =
                log.bySequence().descendingMap().values().iterator();
        List<StoredMessage> latest = new ArrayList<>();
        while (newestFirst.hasNext() && latest.size() <= MOST_MESSAGES) {
            StoredMessage message = newestFirst.next();
            if (message.key().created().isBefore(shownFrom)) {
                break;
            }
            latest.add(message);
        }
        return latest;
    }

    private List<ChannelMembershipSummary> members(ChannelState channel) {
        Iterator<MemberArn> all = channel.members().visible().keySet().iterator();
        List<ChannelMembershipSummary> members = new ArrayList<>();
        while (all.hasNext() && members.size() < MOST_MEMBERS) {
            members.add(ChannelMembershipSummary.builder()
                    .member(Views.identity(state, all.next()))
                    .build());
        }
        return members;
    }
}
