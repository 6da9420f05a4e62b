package io.github.chimefake.examples.sweep.heldout;

import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipForAppInstanceUserSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** What a user has read. */
class ReadMarkers {
    /** How many markers were moved, and how many were not. */
    record Moved(int done, int failed) {}

    private final ChimeSdkMessagingClient chime;

    ReadMarkers(ChimeSdkMessagingClient chime) {
        this.chime = chime;
    }

    /** Moves the markers of a user in all channels, as far as that works. */
    Moved moveAll(String user) {
        int done = 0;
        int failed = 0;
        for (ChannelMembershipForAppInstanceUserSummary membership : memberships(user)) {
            try {
                move(user, membership.channelSummary().channelArn());
                done++;
            } catch (ChimeSdkMessagingException e) {
                failed++;
            }
        }
        return new Moved(done, failed);
    }

    final List<ChannelMembershipForAppInstanceUserSummary> memberships(String user) {
        return chime.listChannelMembershipsForAppInstanceUser(
                        r -> r.appInstanceUserArn(user).chimeBearer(user))
                .channelMemberships();
    }

    final void move(String user, String channel) {
        chime.updateChannelReadMarker(r -> r.channelArn(channel).chimeBearer(user));
    }

    /** Returns how many channels have messages after the marker. */
    long unread(String user) {
        return memberships(user).stream()
                .filter(membership -> {
                    var last = membership.channelSummary().lastMessageTimestamp();
                    var read = membership.appInstanceUserMembershipSummary().readMarkerTimestamp();
                    return last != null && (read == null || read.isBefore(last));
                })
                .count();
    }

    /** Removed: the count of what failed. */
    static final class WithoutCount extends ReadMarkers {
        WithoutCount(ChimeSdkMessagingClient chime) {
            super(chime);
        }

        @Override
        Moved moveAll(String user) {
            int done = 0;
            for (ChannelMembershipForAppInstanceUserSummary membership : memberships(user)) {
                try {
                    move(user, membership.channelSummary().channelArn());
                } catch (ChimeSdkMessagingException e) {
                    // As if it had been moved.
                }
                done++;
            }
            return new Moved(done, 0);
        }
    }
}
