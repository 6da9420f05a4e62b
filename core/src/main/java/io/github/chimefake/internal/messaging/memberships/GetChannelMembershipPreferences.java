package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.GET_CHANNEL_MEMBERSHIP_PREFERENCES;

import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.AllowNotifications;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipPreferences;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMembershipPreferencesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMembershipPreferencesResponse;

/**
 * Returns the notification preferences of a member. Documented: allowed for the member itself only. Assumed: ALL by
 * default.
 */
public final class GetChannelMembershipPreferences extends Query<State, GetChannelMembershipPreferencesRequest> {
    private static final ChannelMembershipPreferences DEFAULT = ChannelMembershipPreferences.builder()
            .pushNotifications(notifications -> notifications.allowNotifications(AllowNotifications.ALL))
            .build();

    public GetChannelMembershipPreferences() {
        super(GET_CHANNEL_MEMBERSHIP_PREFERENCES, GetChannelMembershipPreferencesRequest.class);
    }

    @Override
    public GetChannelMembershipPreferencesResponse respond(
            State state, HandlerContext<GetChannelMembershipPreferencesRequest> context) {
        GetChannelMembershipPreferencesRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context, context.arn(request.memberArn()));
        return GetChannelMembershipPreferencesResponse.builder()
                .channelArn(access.channel().arn().text())
                .member(Views.identity(state, access.bearer().arn()))
                .preferences(access.membership().preferences().orElse(DEFAULT))
                .build();
    }
}
