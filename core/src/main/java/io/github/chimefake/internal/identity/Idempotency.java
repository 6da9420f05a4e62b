package io.github.chimefake.internal.identity;

import io.github.chimefake.internal.service.RecentRequests;
import io.github.chimefake.internal.service.RecentRequests.Token;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsResponse;

/** What is done once per client request token. */
final class Idempotency {
    private Idempotency() {}

    /**
     * Does it, unless the same was done under the same token before, and what that made is still there: the ARN of
     * something deleted is of no use to whoever asks again.
     *
     * @param resource the ARN that the token is used on; empty for the whole account
     * @param stillThere whether there still is what an earlier answer speaks of
     */
    static Outcome once(
            Directory directory,
            Invocation<?> invocation,
            String resource,
            String clientRequestToken,
            Predicate<? super AwsResponse> stillThere,
            Function<Directory, Outcome> effect) {
        Token token = new Token(invocation.operation(), "", resource, clientRequestToken);
        RecentRequests requests = directory.recentRequests().without(token, response -> !stillThere.test(response));
        return requests.answerTo(token, invocation.request())
                .map(response -> new Outcome(directory, response))
                .orElseGet(() -> remembered(token, invocation, effect.apply(directory.with(requests))));
    }

    private static Outcome remembered(Token token, Invocation<?> invocation, Outcome outcome) {
        Directory after = outcome.directory();
        RecentRequests requests = after.recentRequests().plus(token, invocation.request(), outcome.response());
        return new Outcome(after.with(requests), outcome.response());
    }
}
