package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.SubChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sub-channel that a call names. Documented: calls on messages of an elastic channel name one that the bearer
 * belongs to. Assumed: admins and moderators may name any; 400 for a sub-channel id where there is none to be, and for
 * a missing one.
 */
public final class SubChannels {
    private SubChannels() {}

    /**
     * Where the messages of the call are: in the sub-channel it names, or in the channel itself if that is not elastic.
     *
     * @param id as it stands in the request
     * @throws ServiceErrorException 400 if it is missing or should be; 403 or 404 if there is no such one, or not for the
     *     bearer
     */
    static Optional<String> forMessages(ChannelAccess access, @Nullable String id) {
        if (!access.channel().isElastic()) {
            requireAbsent(access.channel(), id);
            return Optional.empty();
        }
        String named = require(access.channel(), id);
        SubChannel subChannel = find(access, named);
        boolean member = access.roles().contains(ChannelRole.MEMBER);
        if (member
                && !access.isModeratorOrAdmin()
                && !subChannel.members().contains(access.bearer().arn())) {
            throw access.forbidden(
                    access.bearer().arn() + " is no member of sub-channel " + named + ", but of "
                            + access.membership().subChannels() + ". Name that one.",
                    Provenance.DOCUMENTED);
        }
        return Optional.of(named);
    }

    /**
     * The same for a call that writes: moderators and admins too must be in the sub-channel.
     *
     * @throws ServiceErrorException as {@link #forMessages}; 403 for who is not in it
     */
    static Optional<String> forAuthor(ChannelAccess access, @Nullable String id) {
        Optional<String> subChannel = forMessages(access, id);
        subChannel.flatMap(access.channel()::subChannel).ifPresent(found -> {
            if (!found.members().contains(access.bearer().arn())) {
                throw access.forbidden(
                        access.bearer().arn() + " is not in sub-channel " + found.id()
                                + ". Create a membership in it first.",
                        Provenance.DOCUMENTED);
            }
        });
        return subChannel;
    }

    /** The sub-channel; a 404 where the model has it, else a 403, if there is none. */
    public static SubChannel find(ChannelAccess access, String id) {
        ChannelState channel = access.channel();
        return channel.subChannel(id)
                .orElseThrow(() -> ServiceError.of(
                                access.modeledOr(ChimeError.NOT_FOUND, ChimeError.FORBIDDEN),
                                channel.arn() + " has no sub-channel " + id + ". It has: "
                                        + channel.subChannels().keySet() + ".",
                                Provenance.ASSUMED)
                        .asException());
    }

    /** The id, which must be there; a 400 if it is not. */
    public static String require(ChannelState channel, @Nullable String id) {
        if (id == null) {
            throw badRequest(
                    channel.arn()
                            + " is elastic, so SubChannelId is needed here. ListSubChannels tells moderators which"
                            + " there are, DescribeChannelMembership each member its own.",
                    Provenance.DOCUMENTED);
        }
        return id;
    }

    /** A 400 if the id is there, though the channel has no sub-channels. */
    public static void requireAbsent(ChannelState channel, @Nullable String id) {
        if (id != null) {
            throw badRequest(
                    channel.arn() + " is not elastic, so it has no sub-channel " + id + ". Leave SubChannelId out.",
                    Provenance.ASSUMED);
        }
    }

    public static ServiceErrorException badRequest(String explanation, Provenance provenance) {
        return ServiceError.of(ChimeError.BAD_REQUEST, explanation, provenance).asException();
    }
}
