package io.github.chimefake.internal.sessions.faults;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointRequest;

/**
 * Connects and events in the form in which filters, policies and counters take calls. They have no operation: that of the endpoint is
 * used instead, and nothing here selects by it.
 */
public final class SocketCalls {
    private static final GetMessagingSessionEndpointRequest NO_REQUEST =
            GetMessagingSessionEndpointRequest.builder().build();

    private SocketCalls() {}

    /** Returns a connect. Each is a separate call, without retries. */
    public static Call connect(HttpRequest http, Authorization authorization, Caller caller, Optional<Arn> user) {
        return call(http, authorization, caller, user, new Call.Resources(Optional.empty(), Map.of()));
    }

    /** Returns an event on its way to the session that this connect has opened. */
    public static Call event(Call connect, Optional<ChannelArn> channel) {
        return call(
                connect.http(),
                connect.authorization(),
                connect.caller(),
                connect.bearer(),
                Call.Resources.of(channel.map(Arn::text), List.of()));
    }

    private static Call call(
            HttpRequest http,
            Authorization authorization,
            Caller caller,
            Optional<Arn> user,
            Call.Resources resources) {
        return new Call(
                http,
                authorization,
                Operation.GET_MESSAGING_SESSION_ENDPOINT,
                NO_REQUEST,
                Optional.empty(),
                caller,
                user,
                resources,
                new Call.Attempt(Optional.empty(), 1));
    }
}
