package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.PUT_CHANNEL_MEMBERSHIP_PREFERENCES;

import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelMembershipPreferencesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelMembershipPreferencesResponse;

/**
 * Sets the notification preferences of a member. Documented: allowed for the member itself only, even for admins and
 * moderators.
 */
public final class PutChannelMembershipPreferences extends Command<State, PutChannelMembershipPreferencesRequest> {
    public PutChannelMembershipPreferences() {
        super(PUT_CHANNEL_MEMBERSHIP_PREFERENCES, PutChannelMembershipPreferencesRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<PutChannelMembershipPreferencesRequest> context) {
        PutChannelMembershipPreferencesRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context, context.arn(request.memberArn()));
        FilterRules.check(request.preferences().pushNotifications());
        ChannelState channel = access.channel();
        Membership membership = access.membership().withPreferences(request.preferences());
        return new Outcome<>(
                state.with(channel.with(channel.members().plus(membership))),
                PutChannelMembershipPreferencesResponse.builder()
                        .channelArn(channel.arn().text())
                        .member(Views.identity(state, access.bearer().arn()))
                        .preferences(request.preferences())
                        .build());
    }
}
