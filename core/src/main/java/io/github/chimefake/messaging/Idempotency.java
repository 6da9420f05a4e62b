package io.github.chimefake.messaging;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.messaging.RecentRequests.Remembered;
import io.github.chimefake.messaging.RecentRequests.Token;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Client request tokens. The model marks them as idempotency tokens; that the first answer is given again without a
 * second effect, and that other input is a conflict, is an assumption.
 */
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
            AppInstance appInstance,
            String resource,
            String clientRequestToken,
            Supplier<Outcome> effect) {
        Token token =
                new Token(invocation.operation(), invocation.bearerArn().orElse(""), resource, clientRequestToken);
        Optional<Remembered> before = appInstance.recentRequests().find(token);
        if (before.isEmpty()) {
            Outcome outcome = effect.get();
            Remembered remembered = new Remembered(invocation.request(), outcome.response());
            AppInstance after = outcome.state().owner(appInstance.arn());
            return new Outcome(
                    outcome.state().with(after.with(after.recentRequests().plus(token, remembered))),
                    outcome.response(),
                    outcome.waiting());
        }
        if (!before.get().request().equals(invocation.request())) {
            throw new Refusal(
                            ChimeError.CONFLICT,
                            "The ClientRequestToken was already used with different input.",
                            "The ClientRequestToken " + clientRequestToken + " came before with other input: "
                                    + before.get().request() + ". Use a new token for each new request.",
                            Provenance.ASSUMED)
                    .asException();
        }
        return new Outcome(state, before.get().response());
    }
}
