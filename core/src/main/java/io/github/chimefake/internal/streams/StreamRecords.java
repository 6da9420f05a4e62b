package io.github.chimefake.internal.streams;

import static software.amazon.awssdk.services.chimesdkmessaging.model.MessagingDataType.CHANNEL;
import static software.amazon.awssdk.services.chimesdkmessaging.model.MessagingDataType.CHANNEL_MESSAGE;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.events.EmittedEvent;
import io.github.chimefake.internal.events.PayloadJson;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonWriter;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.store.StateWrite;
import io.github.chimefake.internal.messaging.views.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessagingDataType;

/**
 * The records of a write. Besides the events that users receive, streams have those of new channels, of moderators and
 * of sub-channels, which are found by comparing the states around the write. Documented: the types of events. Assumed:
 * what a channel flow makes of a message before it is sent is not streamed, nor the move of a member; each moderator of a
 * new channel has a record; the moderators and memberships of a deleted channel have none; the payloads for sub-channels.
 */
final class StreamRecords {
    private static final Set<MessagingEventType> MESSAGES = Set.of(
            MessagingEventType.CREATE_CHANNEL_MESSAGE,
            MessagingEventType.UPDATE_CHANNEL_MESSAGE,
            MessagingEventType.REDACT_CHANNEL_MESSAGE,
            MessagingEventType.DELETE_CHANNEL_MESSAGE);

    private static final Set<MessagingEventType> CHANNELS = Set.of(
            MessagingEventType.UPDATE_CHANNEL,
            MessagingEventType.DELETE_CHANNEL,
            MessagingEventType.BATCH_CREATE_CHANNEL_MEMBERSHIP,
            MessagingEventType.CREATE_CHANNEL_MEMBERSHIP,
            MessagingEventType.DELETE_CHANNEL_MEMBERSHIP);

    private final StateWrite write;
    /** What comes to be, what happens in it, and what ceases to be. */
    private final List<StreamRecord> first = new ArrayList<>();

    private final List<StreamRecord> last = new ArrayList<>();

    private StreamRecords(StateWrite write) {
        this.write = write;
    }

    /** Returns the records in their order. */
    static List<StreamRecord> of(StateWrite write) {
        StreamRecords records = new StreamRecords(write);
        ChangedChannels.of(write).forEach(records::compare);
        write.events().forEach(records::add);
        records.first.addAll(records.last);
        return records.first;
    }

    private void add(EmittedEvent event) {
        if (MESSAGES.contains(event.type())) {
            first.add(record(CHANNEL_MESSAGE, event.channel(), event.type().name(), event.payload()));
        } else if (CHANNELS.contains(event.type())) {
            first.add(record(CHANNEL, event.channel(), event.type().name(), event.payload()));
        }
    }

    private void compare(Optional<ChannelState> before, ChannelState after) {
        State now = write.after();
        ChannelArn arn = after.arn();
        if (before.isEmpty()) {
            first.add(record(CHANNEL, arn, "CREATE_CHANNEL", Views.channel(now, after, Optional.empty())));
        }
        Set<String> subChannels = before.map(ChannelState::subChannels)
                .<Set<String>>map(Map::keySet)
                .orElseGet(Set::of);
        added(subChannels, after.subChannels().keySet())
                .forEach(id -> first.add(subChannel(arn, "CREATE_SUB_CHANNEL", id)));
        TreePMap<MemberArn, Appointment> moderators =
                before.map(ChannelState::moderators).orElseGet(TreePMap::empty);
        added(moderators, after.moderators())
                .forEach(moderator -> last.add(moderator(now, arn, "CREATE_CHANNEL_MODERATOR", moderator)));
        added(after.moderators(), moderators)
                .forEach(moderator -> last.add(moderator(write.before(), arn, "DELETE_CHANNEL_MODERATOR", moderator)));
        added(after.subChannels().keySet(), subChannels)
                .forEach(id -> last.add(subChannel(arn, "DELETE_SUB_CHANNEL", id)));
    }

    private static <T> List<T> added(Set<T> before, Set<T> after) {
        return after.stream().filter(each -> !before.contains(each)).toList();
    }

    private static List<Appointment> added(Map<MemberArn, Appointment> before, Map<MemberArn, Appointment> after) {
        return after.entrySet().stream()
                .filter(each -> !before.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static StreamRecord record(MessagingDataType type, ChannelArn channel, String eventType, SdkPojo payload) {
        return new StreamRecord(type, channel.appInstance(), eventType, PayloadJson.write(payload));
    }

    private static StreamRecord moderator(State state, ChannelArn channel, String eventType, Appointment moderator) {
        return record(CHANNEL, channel, eventType, Views.moderator(state, channel, moderator));
    }

    private static StreamRecord subChannel(ChannelArn channel, String eventType, String id) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("ChannelArn");
        json.value(new JsonString(channel.text()));
        json.name("SubChannelId");
        json.value(new JsonString(id));
        json.endObject();
        return new StreamRecord(CHANNEL, channel.appInstance(), eventType, json.toString());
    }
}
