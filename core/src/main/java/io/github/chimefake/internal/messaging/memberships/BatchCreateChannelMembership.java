package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.events.BatchAdded;
import io.github.chimefake.internal.messaging.memberships.Joining.Joined;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;

/**
 * Adds several members. Documented: users that cannot be added are reported with the code and message of
 * {@link CreateChannelMembership}, and the others are added. Assumed: allowed for the same roles; the type is DEFAULT
 * by default; 200 even if no user was added.
 */
public final class BatchCreateChannelMembership extends Command<State, BatchCreateChannelMembershipRequest> {
    public BatchCreateChannelMembership() {
        super(BATCH_CREATE_CHANNEL_MEMBERSHIP, BatchCreateChannelMembershipRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<BatchCreateChannelMembershipRequest> context) {
        BatchCreateChannelMembershipRequest request = context.request();
        List<Arn> members = context.arns(request.memberArns());
        Set<Arn> distinct = Set.copyOf(members);
        ChannelAccess access = ChannelAccess.find(state, context)
                .permit(distinct.size() == 1 ? distinct.stream().findFirst() : Optional.empty());
        ChannelMembershipType type = Optional.ofNullable(request.type()).orElse(ChannelMembershipType.DEFAULT);
        List<Identity> added = new ArrayList<>();
        List<Joined> joinings = new ArrayList<>();
        List<BatchCreateChannelMembershipError> errors = new ArrayList<>();
        State after = state;
        for (Arn member : members) {
            try {
                Joined joined = Joining.join(after, access, context, member, type, request.subChannelId());
                after = joined.state();
                added.add(Views.identity(after, joined.member().arn()));
                joinings.add(joined);
            } catch (ServiceErrorException failed) {
                errors.add(error(member, failed.serviceError()));
            }
        }
        return new Outcome<>(
                after,
                BatchCreateChannelMembershipResponse.builder()
                        .batchChannelMemberships(memberships -> memberships
                                .channelArn(access.channel().arn().text())
                                .invitedBy(Views.identity(state, access.bearer().arn()))
                                .type(type)
                                .members(added)
                                .subChannelId(request.subChannelId()))
                        .errors(errors)
                        .build(),
                List.of(),
                events(access, type, joinings));
    }

    private static List<Outcome.Event> events(ChannelAccess access, ChannelMembershipType type, List<Joined> joinings) {
        ChannelArn channel = access.channel().arn();
        if (access.channel().isElastic()) {
            return joinings.stream()
                    .flatMap(joined -> joined.events(channel).stream())
                    .toList();
        }
        List<MemberArn> members = joinings.stream()
                .filter(Joined::isNew)
                .map(joined -> joined.member().arn())
                .toList();
        return members.isEmpty()
                ? List.of()
                : List.of(new BatchAdded(channel, access.bearer().arn(), type, members));
    }

    private static BatchCreateChannelMembershipError error(Arn member, ServiceError serviceError) {
        return BatchCreateChannelMembershipError.builder()
                .memberArn(member.text())
                .errorCode(serviceError.error().code().orElseThrow())
                .errorMessage(serviceError.message())
                .build();
    }
}
