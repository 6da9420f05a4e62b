package io.github.chimefake.messaging;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;

/**
 * That a user or bot belongs to a channel.
 *
 * @param member the ARN of the user or bot
 * @param type DEFAULT or HIDDEN
 * @param invitedBy the ARN of whoever added the member; empty for members that a test put in
 * @param created when
 */
record Membership(String member, ChannelMembershipType type, Optional<String> invitedBy, Instant created) {
    boolean isHidden() {
        return type == ChannelMembershipType.HIDDEN;
    }
}
