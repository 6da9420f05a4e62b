package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.TreePSet;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipPreferences;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;

/**
 * The membership of a user or bot in a channel.
 *
 * @param member the ARN of the user or bot
 * @param type DEFAULT or HIDDEN
 * @param invitedBy the user who added the member; empty for a fixture
 * @param created when it was created
 * @param readMarker when the member last updated its read marker
 * @param preferences the notification preferences of the member
 * @param subChannels the ids of its sub-channels; empty in a channel that is not elastic
 */
public record Membership(
        MemberArn member,
        ChannelMembershipType type,
        Optional<MemberArn> invitedBy,
        Instant created,
        Optional<Instant> readMarker,
        Optional<ChannelMembershipPreferences> preferences,
        TreePSet<String> subChannels) {

    /** Creates a new membership. */
    public static Membership of(
            MemberArn member, ChannelMembershipType type, Optional<MemberArn> invitedBy, Instant created) {
        return new Membership(member, type, invitedBy, created, Optional.empty(), Optional.empty(), TreePSet.empty());
    }

    public boolean isHidden() {
        return type == ChannelMembershipType.HIDDEN;
    }

    public Membership withReadMarker(Instant instant) {
        return new Membership(member, type, invitedBy, created, Optional.of(instant), preferences, subChannels);
    }

    public Membership withPreferences(ChannelMembershipPreferences newPreferences) {
        return new Membership(member, type, invitedBy, created, readMarker, Optional.of(newPreferences), subChannels);
    }

    Membership withSubChannel(String id) {
        return new Membership(member, type, invitedBy, created, readMarker, preferences, subChannels.plus(id));
    }

    Membership withoutSubChannel(String id) {
        return new Membership(member, type, invitedBy, created, readMarker, preferences, subChannels.minus(id));
    }
}
