package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StateExcerpts;
import io.github.chimefake.internal.operations.HandlerContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The access of a bearer to a channel. Channels are looked up and roles are checked only here.
 *
 * @param state the state of the service
 * @param operation the requested operation
 * @param channel the channel
 * @param bearer the user or bot
 * @param roles the roles of the bearer in the channel
 */
public record ChannelAccess(
        State state, Operation operation, ChannelState channel, AppInstanceUser bearer, Set<ChannelRole> roles) {

    /**
     * Finds bearer and channel, without checking a role.
     *
     * @throws ServiceErrorException 401 for an unknown bearer; 403 for an unknown channel or a bearer of another app
     *     instance
     */
    public static ChannelAccess find(State state, HandlerContext<?> context) {
        Arn named = context.channel();
        AppInstanceUser bearer = context.bearer();
        ChannelState channel =
                state.channel(named).orElseThrow(() -> unknownChannel(state, context.operation(), bearer, named));
        if (!channel.appInstance().equals(bearer.appInstance())) {
            throw ServiceError.of(
                            Layer.ROLE,
                            ChimeError.FORBIDDEN,
                            "The bearer " + bearer.arn() + " belongs to another app instance than the channel " + named
                                    + ". " + StateExcerpts.users(state, named),
                            Provenance.ASSUMED)
                    .asException();
        }
        return new ChannelAccess(state, context.operation(), channel, bearer, roles(channel, bearer));
    }

    /** Finds bearer and channel, and checks that the bearer's role allows the operation. */
    public static ChannelAccess permit(State state, HandlerContext<?> context) {
        return find(state, context).permit(Optional.empty());
    }

    /**
     * Finds bearer and channel, and checks that the bearer's role allows the operation for another user, for example a
     * new member.
     */
    public static ChannelAccess permit(State state, HandlerContext<?> context, Arn subject) {
        return find(state, context).permit(Optional.of(subject));
    }

    public static Set<ChannelRole> roles(ChannelState channel, AppInstanceUser bearer) {
        Set<ChannelRole> roles = EnumSet.noneOf(ChannelRole.class);
        if (bearer.admin()) {
            roles.add(ChannelRole.ADMIN);
        }
        if (channel.hasModerator(bearer.arn())) {
            roles.add(ChannelRole.MODERATOR);
        }
        roles.add(channel.hasMember(bearer.arn()) ? ChannelRole.MEMBER : ChannelRole.NON_MEMBER);
        return roles;
    }

    public boolean isModeratorOrAdmin() {
        return roles.contains(ChannelRole.ADMIN) || roles.contains(ChannelRole.MODERATOR);
    }

    /** Returns the bearer's own membership. The bearer must be a member. */
    public Membership membership() {
        return channel.members().find(bearer.arn()).orElseThrow();
    }

    boolean isHiddenMember() {
        return channel.hasHiddenMember(bearer.arn());
    }

    /**
     * Checks that the bearer's role allows the operation.
     *
     * @param subject the ARN of the user that the call applies to, or of the sender of the message
     * @throws ServiceErrorException 403 if no role of the bearer allows it
     */
    public ChannelAccess permit(Optional<? extends Arn> subject) {
        RoleMatrix.Row row = RoleMatrix.row(operation);
        for (ChannelRole role : roles) {
            if (allows(row, role, subject)) {
                return this;
            }
        }
        throw ServiceError.of(Layer.ROLE, ChimeError.FORBIDDEN, explanation(row), provenance(row))
                .asException();
    }

    private boolean allows(RoleMatrix.Row row, ChannelRole role, Optional<? extends Arn> subject) {
        return state.settings()
                .roles()
                .find(operation, role)
                .orElseGet(() -> row.cell(role).condition().holds(this, subject));
    }

    /** Returns the messages of the channel, or of the sub-channel in the request. */
    public Conversation conversation(HandlerContext<?> context, @Nullable String subChannelId) {
        return conversation(context, SubChannels.forMessages(this, subChannelId));
    }

    /** Returns the messages of the channel or sub-channel for a call that writes. */
    public Conversation conversationForWriting(HandlerContext<?> context, @Nullable String subChannelId) {
        return conversation(context, SubChannels.forAuthor(this, subChannelId));
    }

    private Conversation conversation(HandlerContext<?> context, Optional<String> subChannelId) {
        Instant shownFrom = state.directory()
                .appInstance(channel.appInstance())
                .orElseThrow()
                .retention()
                .shownFrom(context.now());
        return new Conversation(this, subChannelId, context.identifiers(), shownFrom);
    }

    /** Returns the error if the model has it for this operation, otherwise the other. */
    ChimeError modeledOr(ChimeError error, ChimeError other) {
        return operation.modeledErrors().contains(error) ? error : other;
    }

    /** Returns a 403 with the message that was observed for missing roles, for a reason outside of the role matrix. */
    public ServiceErrorException forbidden(String explanation, Provenance provenance) {
        return ServiceError.of(Layer.ROLE, ChimeError.FORBIDDEN, explanation, provenance)
                .asException();
    }

    private Provenance provenance(RoleMatrix.Row row) {
        boolean assumed = roles.stream().anyMatch(role -> row.cell(role).provenance() == Provenance.ASSUMED);
        return assumed ? Provenance.ASSUMED : Provenance.DOCUMENTED;
    }

    private String explanation(RoleMatrix.Row row) {
        StringJoiner allowed = new StringJoiner("; ");
        for (ChannelRole role : ChannelRole.values()) {
            RoleCondition condition = row.cell(role).condition();
            if (condition != RoleCondition.NEVER) {
                allowed.add(role + (condition == RoleCondition.ALWAYS ? "" : ", " + condition));
            }
        }
        StringJoiner held = new StringJoiner(" and ");
        roles.forEach(role -> held.add(role.toString()));
        return bearer.arn() + " is " + held + " (" + channel.attributes().privacy() + ", "
                + channel.attributes().mode() + ") " + channel.arn() + (isHiddenMember() ? ", as a HIDDEN one" : "")
                + ". " + operation + " is for: " + allowed
                + ". Give this user such a role first, or call with another bearer.";
    }

    private static ServiceErrorException unknownChannel(
            State state, Operation operation, AppInstanceUser bearer, Arn named) {
        // Existence is not disclosed, except to an admin by an operation with a 404 in the model.
        boolean mayKnow = bearer.admin() && operation.modeledErrors().contains(ChimeError.NOT_FOUND);
        return Channels.unknown(state, named, mayKnow ? ChimeError.NOT_FOUND : ChimeError.FORBIDDEN);
    }
}
