package io.github.chimefake.identity;

import io.github.chimefake.service.RecentRequests.Remembered;
import io.github.chimefake.service.RecentRequests.Token;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;

/** What is done once per client request token. */
final class Idempotency {
    private Idempotency() {}

    /**
     * Does it, unless the same was done under the same token before.
     *
     * @param resource the ARN that the token is used on; empty for the whole account
     */
    static Outcome once(
            Directory directory,
            Invocation<?> invocation,
            String resource,
            String clientRequestToken,
            Supplier<Outcome> effect) {
        Token token = new Token(invocation.operation(), "", resource, clientRequestToken);
        Optional<AwsResponse> before = directory.recentRequests().answerTo(token, invocation.request());
        return before.map(response -> new Outcome(directory, response))
                .orElseGet(() -> remembered(token, invocation, effect.get()));
    }

    private static Outcome remembered(Token token, Invocation<?> invocation, Outcome outcome) {
        Remembered remembered = new Remembered(invocation.request(), outcome.response());
        Directory after = outcome.directory();
        return new Outcome(after.with(after.recentRequests().plus(token, remembered)), outcome.response());
    }
}
