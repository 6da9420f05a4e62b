package io.github.chimefake.internal.state;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Expiration;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ElasticChannelConfiguration;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;

/** A channel as a value. */
record ChannelValue(
        String arn,
        String id,
        String name,
        ChannelMode mode,
        ChannelPrivacy privacy,
        Optional<String> metadata,
        Optional<ChimeUser> createdBy,
        Instant created,
        Instant updated,
        Optional<ExpirationSettings> expiration,
        Optional<String> channelFlowArn,
        Optional<ElasticChannelConfiguration> elasticConfiguration,
        List<String> subChannels,
        Map<String, String> tags,
        List<StoredMembership> members,
        List<StoredAppointment> moderators,
        List<StoredAppointment> bans,
        List<StoredMessage> messages,
        List<MessageInFlow> messagesInFlow)
        implements StoredChannel {
    static ChannelValue of(Contents contents, ChannelState channel) {
        ChannelMessages messages = ChannelMessages.of(contents, channel);
        return new ChannelValue(
                channel.arn().text(),
                channel.arn().id(),
                channel.attributes().name(),
                channel.attributes().mode(),
                channel.attributes().privacy(),
                channel.attributes().metadata(),
                contents.user(channel.origin().createdBy()),
                channel.origin().created(),
                channel.attributes().updated(),
                channel.policies().expiration().map(Expiration::settings),
                channel.policies().flow().map(ChannelFlowArn::text),
                channel.origin().elastic(),
                List.copyOf(channel.subChannels().keySet()),
                contents.tags(channel.arn()),
                members(contents, channel),
                appointments(contents, channel.moderators().values()),
                appointments(contents, channel.bans().values()),
                messages.stored(),
                messages.inFlow());
    }

    private static List<StoredMembership> members(Contents contents, ChannelState channel) {
        return Stream.concat(
                        channel.members().visible().values().stream(), channel.members().hidden().values().stream())
                .sorted(Comparator.comparing(Membership::member))
                .<StoredMembership>map(membership -> MembershipValue.of(contents, membership))
                .toList();
    }

    private static List<StoredAppointment> appointments(Contents contents, Collection<Appointment> appointments) {
        return appointments.stream()
                .<StoredAppointment>map(appointment -> AppointmentValue.of(contents, appointment))
                .toList();
    }

    @Override
    public Optional<StoredMembership> member(ChimeUser user) {
        return members.stream()
                .filter(member -> member.user().arn().equals(user.arn()))
                .findFirst();
    }

    JsonObject json() {
        return new JsonMembers()
                .text("arn", arn)
                .text("id", id)
                .text("name", name)
                .text("mode", mode.toString())
                .text("privacy", privacy.toString())
                .text("metadata", metadata)
                .user("createdBy", createdBy)
                .instant("created", created)
                .instant("updated", updated)
                .sdk("expiration", expiration)
                .text("channelFlowArn", channelFlowArn)
                .sdk("elasticConfiguration", elasticConfiguration)
                .texts("subChannels", subChannels)
                .map("tags", tags, JsonString::new)
                .list("members", members, MembershipValue::json)
                .list("moderators", moderators, AppointmentValue::json)
                .list("bans", bans, AppointmentValue::json)
                .list("messages", messages, MessageValue::json)
                .list("messagesInFlow", messagesInFlow, MessageInFlowValue::json)
                .toObject();
    }

    @Override
    public String toString() {
        return name + " (" + arn + ")";
    }
}
