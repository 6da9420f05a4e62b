package io.github.chimefake.messaging;

import io.github.chimefake.service.RecentRequests.Remembered;
import io.github.chimefake.service.RecentRequests.Token;
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
        Remembered remembered = new Remembered(invocation.request(), outcome.response());
        AppInstanceMessaging after = outcome.state().messagingOf(appInstance);
        return new Outcome(
                outcome.state().with(after.with(after.recentRequests().plus(token, remembered))),
                outcome.response(),
                outcome.waiting());
    }
}
