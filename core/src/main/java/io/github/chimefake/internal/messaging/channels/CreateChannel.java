package io.github.chimefake.internal.messaging.channels;

import static io.github.chimefake.Operation.CREATE_CHANNEL;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.constraints.ChannelConstraints;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.messaging.events.MemberAdded;
import io.github.chimefake.internal.messaging.memberships.Joining;
import io.github.chimefake.internal.messaging.rules.AppInstances;
import io.github.chimefake.internal.messaging.rules.Users;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.Expirations;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.tags.Tags;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.quotas.Quota;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;

/**
 * Creates a channel. Documented: any user of the app instance may create one, and becomes a member and moderator; the
 * id is that in the request, or a UUID; PUBLIC by default. Observed: 409 for an existing id, 403 for a user that does
 * not exist. Assumed: RESTRICTED by default; initial moderators do not become members; a repeated token returns the
 * first response, or 409 if the input differs.
 */
public final class CreateChannel extends Command<State, CreateChannelRequest> {
    public CreateChannel() {
        super(CREATE_CHANNEL, CreateChannelRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<CreateChannelRequest> context) {
        CreateChannelRequest request = context.request();
        AppInstanceUser bearer = context.bearer();
        AppInstanceMessaging appInstance = AppInstances.require(state, bearer, context.arn(request.appInstanceArn()));
        return AppInstances.idempotency(appInstance.arn())
                .once(
                        state,
                        context,
                        appInstance.arn(),
                        request.clientRequestToken(),
                        () -> create(state, context, bearer));
    }

    private static Outcome<State> create(
            State state, HandlerContext<CreateChannelRequest> context, AppInstanceUser creator) {
        CreateChannelRequest request = context.request();
        State next = state.advanced();
        String id = Optional.ofNullable(request.channelId())
                .orElseGet(() -> context.identifiers().uuid(next.sequence()));
        ChannelArn arn = creator.appInstance().channel(id);
        if (state.channel(arn).isPresent()) {
            throw ChannelConstraints.ID_IS_FREE.broken(
                    "A channel with this ID already exists.",
                    "The channel " + arn
                            + " exists already. Choose another ChannelId, or leave it out for a generated one.");
        }
        ResourceQuotas quotas = state.quotas();
        AppInstanceMessaging appInstance = state.messagingOf(creator.appInstance());
        quotas.require(Quota.CHANNELS_PER_APP_INSTANCE, appInstance.channels().size() + 1, appInstance.arn());
        if (request.elasticChannelConfiguration() != null) {
            ElasticCreation.check(request, appInstance, quotas);
        }
        ChannelState channel = channel(context, arn, creator);
        State created = Expirations.set(Channels.create(next, channel), channel, request.expirationSettings());
        created = channel.isElastic()
                ? ElasticCreation.addFirstSubChannel(created, arn, context.identifiers())
                : withMembers(created, channel, context, creator);
        Set<AppInstanceUser> moderators = withCreator(state, creator, context.arns(request.moderatorArns()));
        quotas.require(Quota.MODERATORS_PER_CHANNEL, moderators.size(), arn);
        for (AppInstanceUser moderator : moderators) {
            Optional<MemberArn> createdBy = Optional.of(creator.arn());
            created = Channels.addModerator(created, arn, new Appointment(moderator.arn(), createdBy, context.now()));
        }
        created = created.withTags(arn, Tags.of(request.tags()));
        return new Outcome<>(
                created,
                CreateChannelResponse.builder().channelArn(arn.text()).build(),
                List.of(),
                channel.isElastic() ? List.of() : added(state, context, arn, creator));
    }

    private static ChannelState channel(
            HandlerContext<CreateChannelRequest> context, ChannelArn arn, AppInstanceUser creator) {
        CreateChannelRequest request = context.request();
        return ChannelState.empty(
                new ChannelState.Origin(
                        arn,
                        Optional.of(creator.arn()),
                        context.now(),
                        Optional.ofNullable(request.elasticChannelConfiguration())),
                new ChannelState.Attributes(
                        request.name(),
                        Optional.ofNullable(request.mode()).orElse(ChannelMode.RESTRICTED),
                        Optional.ofNullable(request.privacy()).orElse(ChannelPrivacy.PUBLIC),
                        Optional.ofNullable(request.metadata()),
                        context.now()));
    }

    private static State withMembers(
            State state, ChannelState channel, HandlerContext<CreateChannelRequest> context, AppInstanceUser creator) {
        State joined = state;
        for (AppInstanceUser member :
                withCreator(state, creator, context.arns(context.request().memberArns()))) {
            // The members before this one count.
            Joining.requireQuotas(state, context, joined.channel(channel.arn()).orElseThrow(), member);
            Membership membership = Membership.of(
                    member.arn(), ChannelMembershipType.DEFAULT, Optional.of(creator.arn()), context.now());
            joined = Channels.addMember(joined, channel.arn(), membership, Optional.empty());
        }
        return joined;
    }

    private static List<Outcome.Event> added(
            State state, HandlerContext<CreateChannelRequest> context, ChannelArn arn, AppInstanceUser creator) {
        return withCreator(state, creator, context.arns(context.request().memberArns())).stream()
                .<Outcome.Event>map(member -> new MemberAdded(arn, Optional.empty(), member.arn()))
                .toList();
    }

    private static Set<AppInstanceUser> withCreator(State state, AppInstanceUser creator, List<Arn> others) {
        Set<AppInstanceUser> all = new LinkedHashSet<>();
        all.add(creator);
        all.addAll(Users.require(state, creator.appInstance(), others));
        return all;
    }
}
