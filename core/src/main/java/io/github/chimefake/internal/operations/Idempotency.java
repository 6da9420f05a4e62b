package io.github.chimefake.internal.operations;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.RecentRequests;
import io.github.chimefake.internal.common.RecentRequests.Token;
import io.github.chimefake.internal.directory.AppInstanceUser;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * Applies a command once per client request token.
 *
 * @param requests returns the recent requests of a state
 * @param with returns a state with other recent requests
 */
public record Idempotency<S>(Function<S, RecentRequests> requests, BiFunction<S, RecentRequests, S> with) {
    /**
     * Applies the effect, unless the same request was applied with the same token before.
     *
     * @param resource the ARN that the token is valid for; empty for the whole account
     * @param current returns whether an earlier response is still valid, which it is not if it contains the ARN of a
     *     deleted resource
     */
    public Outcome<S> once(
            S state,
            HandlerContext<?> context,
            Optional<Arn> resource,
            String clientRequestToken,
            Predicate<? super AwsResponse> current,
            Function<S, Outcome<S>> effect) {
        Token token = Token.of(
                context.operation(), context.optionalBearer().map(AppInstanceUser::arn), resource, clientRequestToken);
        RecentRequests recent = requests.apply(state);
        if (!recent.remembers(token)) { // Most tokens are new, and are looked up only once here.
            return remember(token, context, effect.apply(state));
        }
        RecentRequests before = recent.without(token, response -> !current.test(response));
        return before.responseTo(token, context.request())
                .map(response -> new Outcome<>(state, response))
                .orElseGet(() -> remember(token, context, effect.apply(with.apply(state, before))));
    }

    /** Applies the effect like the other method, for responses that are valid as long as they are remembered. */
    public Outcome<S> once(
            S state, HandlerContext<?> context, Arn resource, String clientRequestToken, Supplier<Outcome<S>> effect) {
        return once(
                state, context, Optional.of(resource), clientRequestToken, response -> true, unchanged -> effect.get());
    }

    private Outcome<S> remember(Token token, HandlerContext<?> context, Outcome<S> outcome) {
        RecentRequests after = requests.apply(outcome.state()).plus(token, context.request(), outcome.response());
        return new Outcome<>(with.apply(outcome.state(), after), outcome.response(), outcome.tasks(), outcome.events());
    }
}
