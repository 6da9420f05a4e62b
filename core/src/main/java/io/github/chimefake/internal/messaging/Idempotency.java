package io.github.chimefake.internal.messaging;

import io.github.chimefake.internal.service.RecentRequests;
import io.github.chimefake.internal.service.RecentRequests.Token;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;

/** What is done once per client request token. */
final class Idempotency {
    private Idempotency() {}

    /**
     * Does it, unless the same was done under the same token before.
     *
     * @param appInstance which remembers the token
     * @param resource the ARN that the token is used on
     */
    static Outcome once(
            State state,
            Invocation<?> invocation,
            String appInstance,
            String resource,
            String clientRequestToken,
            Supplier<Outcome> effect) {
        Token token =
                new Token(invocation.operation(), invocation.bearerArn().orElse(""), resource, clientRequestToken);
        Optional<AwsResponse> before =
                state.messagingOf(appInstance).recentRequests().answerTo(token, invocation.request());
        if (before.isPresent()) {
            return new Outcome(state, (ChimeSdkMessagingResponse) before.get());
        }
        Outcome outcome = effect.get();
        AppInstanceMessaging after = outcome.state().messagingOf(appInstance);
        RecentRequests requests = after.recentRequests().plus(token, invocation.request(), outcome.response());
        return new Outcome(outcome.state().with(after.with(requests)), outcome.response(), outcome.waiting());
    }
}
