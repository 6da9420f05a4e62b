package io.github.chimefake.internal.common;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.TreePMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The latest requests that carried a client request token, with their answers: the same request again gets the same
 * answer and has no second effect. The models mark the tokens as idempotency tokens; that other input under the same
 * token is a conflict is an assumption. How long the real service remembers a token is not published; here it is the latest
 * {@link #CAPACITY}.
 *
 * @param recent what was asked and answered last, by token, up to {@link #CAPACITY}
 * @param earlier what was before, which is thrown away as a whole once there is as much that is newer, so that no more than
 *     twice {@link #CAPACITY} are ever held
 * @param count how many requests there were in all, those that were taken out since included
 */
public record RecentRequests(TreePMap<Token, Remembered> recent, TreePMap<Token, Remembered> earlier, long count) {
    public static final int CAPACITY = 10_000;
    public static final RecentRequests NONE = new RecentRequests(TreePMap.empty(), TreePMap.empty(), 0);

    /**
     * A client request token with everything that it is valid for.
     *
     * @param operation which operation
     * @param bearer the ARN of the bearer; empty for an operation without one
     * @param resource the channel or app instance that the call is on; empty for the account
     * @param value the client request token
     */
    public record Token(Operation operation, String bearer, String resource, String value)
            implements Comparable<Token> {
        /** By what tells two tokens apart first. */
        private static final Comparator<Token> ORDER = Comparator.comparing(Token::value)
                .thenComparing(Token::resource)
                .thenComparing(Token::bearer)
                .thenComparing(token -> token.operation().awsName());

        /** Returns the token of a call by this bearer on this resource. It keeps their texts, as many tokens are kept. */
        public static Token of(
                Operation operation, Optional<? extends Arn> bearer, Optional<? extends Arn> resource, String value) {
            return new Token(
                    operation,
                    bearer.map(Arn::text).orElse(""),
                    resource.map(Arn::text).orElse(""),
                    value);
        }

        @Override
        public int compareTo(Token other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What was asked and answered.
     *
     * @param number how many requests there were before
     */
    public record Remembered(AwsRequest request, AwsResponse response, long number) {}

    /**
     * What the same request was answered with before; empty if the token is new.
     *
     * @throws ServiceErrorException 409 if the token came with another request
     */
    public Optional<AwsResponse> answerTo(Token token, AwsRequest request) {
        Optional<Remembered> before = find(token);
        if (before.isPresent() && !before.get().request().equals(request)) {
            throw new ServiceError(
                            ChimeError.CONFLICT,
                            "The ClientRequestToken was already used with different input.",
                            "The ClientRequestToken " + token.value() + " came before with other input: "
                                    + before.get().request() + ". Use a new token for each new request.",
                            Provenance.ASSUMED)
                    .asException();
        }
        return before.map(Remembered::response);
    }

    private Optional<Remembered> find(Token token) {
        return Optional.ofNullable(recent.get(token))
                .or(() -> Optional.ofNullable(earlier.get(token)))
                .filter(remembered -> count - remembered.number() <= CAPACITY);
    }

    /** These without the token, if what it was answered with is out of date. */
    public RecentRequests without(Token token, Predicate<? super AwsResponse> outdated) {
        return find(token).map(Remembered::response).filter(outdated).isPresent()
                ? new RecentRequests(recent.minus(token), earlier.minus(token), count)
                : this;
    }

    /** These and one more, with a token that is not among them; the oldest is forgotten if there are too many. */
    public RecentRequests plus(Token token, AwsRequest request, AwsResponse response) {
        boolean full = recent.size() >= CAPACITY;
        TreePMap<Token, Remembered> latest = full ? TreePMap.empty() : recent;
        return new RecentRequests(
                latest.plus(token, new Remembered(request, response, count)), full ? recent : earlier, count + 1);
    }
}
