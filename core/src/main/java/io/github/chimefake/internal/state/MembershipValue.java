package io.github.chimefake.internal.state;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.state.StoredChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipPreferences;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;

/** A membership as a value. */
record MembershipValue(
        ChimeUser user,
        ChannelMembershipType type,
        Optional<ChimeUser> invitedBy,
        Instant created,
        Optional<Instant> readMarker,
        Optional<ChannelMembershipPreferences> preferences,
        List<String> subChannels)
        implements StoredChannel.StoredMembership {
    static MembershipValue of(Contents contents, Membership membership) {
        return new MembershipValue(
                contents.user(membership.member()),
                membership.type(),
                contents.user(membership.invitedBy()),
                membership.created(),
                membership.readMarker(),
                membership.preferences(),
                List.copyOf(membership.subChannels()));
    }

    static JsonObject json(StoredChannel.StoredMembership membership) {
        return new JsonMembers()
                .user("user", membership.user())
                .text("type", membership.type().toString())
                .user("invitedBy", membership.invitedBy())
                .instant("created", membership.created())
                .instant("readMarker", membership.readMarker())
                .sdk("preferences", membership.preferences())
                .texts("subChannels", membership.subChannels())
                .toObject();
    }
}
