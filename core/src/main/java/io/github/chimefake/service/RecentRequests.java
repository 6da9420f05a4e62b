package io.github.chimefake.service;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.RefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The latest requests that carried a client request token, with their answers: the same request again gets the same
 * answer and has no second effect. The models mark the tokens as idempotency tokens; that other input under the same
 * token is a conflict is an assumption. How long the real service remembers a token is not published; here it is the latest
 * {@link #CAPACITY}.
 *
 * @param byToken what was asked and answered
 * @param byAge the same tokens in the order they came
 */
public record RecentRequests(HashPMap<Token, Remembered> byToken, TreePMap<Long, Token> byAge) {
    public static final int CAPACITY = 10_000;
    public static final RecentRequests NONE = new RecentRequests(HashTreePMap.empty(), TreePMap.empty());

    /**
     * A token means something only together with these.
     *
     * @param operation which operation
     * @param bearer the ARN of the bearer; empty for an operation without one
     * @param resource the ARN of the channel or app instance that the call is on
     * @param value the client request token
     */
    public record Token(ChimeOperation operation, String bearer, String resource, String value) {}

    /** What was asked and answered. */
    public record Remembered(AwsRequest request, AwsResponse response) {}

    /**
     * What the same request was answered with before; empty if the token is new.
     *
     * @throws RefusedException 409 if the token came with another request
     */
    public Optional<AwsResponse> answerTo(Token token, AwsRequest request) {
        Optional<Remembered> before = Optional.ofNullable(byToken.get(token));
        if (before.isPresent() && !before.get().request().equals(request)) {
            throw new Refusal(
                            ChimeError.CONFLICT,
                            "The ClientRequestToken was already used with different input.",
                            "The ClientRequestToken " + token.value() + " came before with other input: "
                                    + before.get().request() + ". Use a new token for each new request.",
                            Provenance.ASSUMED)
                    .asException();
        }
        return before.map(Remembered::response);
    }

    /** These without the token, if what it was answered with is out of date. */
    public RecentRequests without(Token token, Predicate<? super AwsResponse> outdated) {
        Optional<Remembered> known = Optional.ofNullable(byToken.get(token));
        return known.isPresent() && outdated.test(known.get().response()) ? without(token) : this;
    }

    /** Looks through all of them, for a token that is used again after what it made was deleted, which is rare. */
    private RecentRequests without(Token token) {
        TreePMap<Long, Token> order = byAge;
        for (Map.Entry<Long, Token> entry : byAge.entrySet()) {
            order = entry.getValue().equals(token) ? order.minus(entry.getKey()) : order;
        }
        return new RecentRequests(byToken.minus(token), order);
    }

    /** These and one more, with a token that is not among them; the oldest is forgotten if there are too many. */
    public RecentRequests plus(Token token, Remembered remembered) {
        boolean full = byAge.size() >= CAPACITY;
        HashPMap<Token, Remembered> kept =
                full ? byToken.minus(byAge.firstEntry().getValue()) : byToken;
        TreePMap<Long, Token> order = full ? byAge.minusFirstEntry() : byAge;
        long age = order.isEmpty() ? 0 : order.lastKey() + 1;
        return new RecentRequests(kept.plus(token, remembered), order.plus(age, token));
    }
}
