package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.SubChannelConstraints;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.SubChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the sub-channel in a request. Documented: requests for messages of an elastic channel contain a sub-channel
 * that the bearer belongs to. Assumed: admins and moderators may use any sub-channel; 400 for an unexpected or missing
 * sub-channel id.
 */
public final class SubChannels {
    private SubChannels() {}

    /**
     * Returns the sub-channel of the messages that a call applies to; empty if the channel is not elastic.
     *
     * @param id the sub-channel id in the request
     * @throws ServiceErrorException 400 if the id is missing or unexpected; 403 or 404 if the sub-channel does not
     *     exist, or the bearer may not use it
     */
    static Optional<String> forMessages(ChannelAccess access, @Nullable String id) {
        if (!access.channel().isElastic()) {
            requireAbsent(access.channel(), id);
            return Optional.empty();
        }
        String named = require(SubChannelConstraints.OF_MESSAGES, access.channel(), id);
        SubChannel subChannel = find(access, named);
        boolean member = access.roles().contains(ChannelRole.MEMBER);
        if (member
                && !access.isModeratorOrAdmin()
                && !subChannel.members().contains(access.bearer().arn())) {
            throw SubChannelConstraints.OWN.broken(access.bearer().arn() + " is no member of sub-channel " + named
                    + ", but of " + access.membership().subChannels() + ". Name that one.");
        }
        return Optional.of(named);
    }

    /**
     * Returns the sub-channel for a call that writes. Moderators and admins must also be in it.
     *
     * @throws ServiceErrorException like {@link #forMessages}; 403 for a bearer that is not in it
     */
    static Optional<String> forAuthor(ChannelAccess access, @Nullable String id) {
        Optional<String> subChannel = forMessages(access, id);
        subChannel.flatMap(access.channel()::subChannel).ifPresent(found -> {
            if (!found.members().contains(access.bearer().arn())) {
                throw SubChannelConstraints.OWN_TO_WRITE.broken(access.bearer().arn() + " is not in sub-channel "
                        + found.id() + ". Create a membership in it first.");
            }
        });
        return subChannel;
    }

    /** Returns the sub-channel; if it does not exist, 404 if the model has it for the operation, otherwise 403. */
    public static SubChannel find(ChannelAccess access, String id) {
        ChannelState channel = access.channel();
        return channel.subChannel(id)
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                access.modeledOr(ChimeError.NOT_FOUND, ChimeError.FORBIDDEN),
                                channel.arn() + " has no sub-channel " + id + ". It has: "
                                        + channel.subChannels().keySet() + ".",
                                Provenance.ASSUMED)
                        .asException());
    }

    /**
     * Returns the id; 400 if it is missing.
     *
     * @param constraint the constraint that requires it
     */
    public static String require(DocumentedConstraint constraint, ChannelState channel, @Nullable String id) {
        if (id == null) {
            throw constraint.broken(channel.arn()
                    + " is elastic, so SubChannelId is needed here. ListSubChannels tells moderators which"
                    + " there are, DescribeChannelMembership each member its own.");
        }
        return id;
    }

    /** Checks that the request has no id, for a channel without sub-channels; 400 if it has one. */
    public static void requireAbsent(ChannelState channel, @Nullable String id) {
        if (id != null) {
            throw SubChannelConstraints.ELASTIC_ONLY.broken(
                    channel.arn() + " is not elastic, so it has no sub-channel " + id + ". Leave SubChannelId out.");
        }
    }
}
