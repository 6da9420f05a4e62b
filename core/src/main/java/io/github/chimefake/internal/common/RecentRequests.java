package io.github.chimefake.internal.common;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pcollections.TreePMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;

/**
 * The latest requests with a client request token, and their responses. A repeated request receives the same response
 * and has no second effect. The models mark the tokens as idempotency tokens; that other input with the same token is a
 * conflict is an assumption. How long the real service remembers a token is not published; here the latest
 * {@link #CAPACITY} requests are remembered.
 *
 * @param recent the latest requests by token, up to {@link #CAPACITY}
 * @param earlier earlier requests, which are removed together when there are {@link #CAPACITY} newer ones, so that the
 *     total is at most twice {@link #CAPACITY}
 * @param count the total number of requests, including removed ones
 */
public record RecentRequests(TreePMap<Token, Remembered> recent, TreePMap<Token, Remembered> earlier, long count) {
    public static final int CAPACITY = 10_000;
    public static final RecentRequests NONE = new RecentRequests(TreePMap.empty(), TreePMap.empty(), 0);

    /**
     * A client request token with everything that it is valid for.
     *
     * @param operation the operation
     * @param bearer the ARN of the bearer; empty for an operation without one
     * @param resource the ARN of the channel or app instance; empty for the account
     * @param value the client request token
     */
    public record Token(Operation operation, String bearer, String resource, String value)
            implements Comparable<Token> {
        /**
         * Returns the token of a call by this bearer on this resource. Only the text of the ARNs is kept, because there
         * are many tokens.
         */
        public static Token of(
                Operation operation, Optional<? extends Arn> bearer, Optional<? extends Arn> resource, String value) {
            return new Token(
                    operation,
                    bearer.map(Arn::text).orElse(""),
                    resource.map(Arn::text).orElse(""),
                    value);
        }

        /**
         * Compares first what is most likely to differ. By hand: as a {@code Comparator} of several steps it took a fourteenth of a signed
         * send, because each compares with many tokens.
         */
        @Override
        public int compareTo(Token other) {
            int order = value.compareTo(other.value);
            if (order == 0) {
                order = resource.compareTo(other.resource);
            }
            if (order == 0) {
                order = bearer.compareTo(other.bearer);
            }
            return order == 0 ? operation.awsName().compareTo(other.operation.awsName()) : order;
        }
    }

    /**
     * A request and its response.
     *
     * @param number the number of earlier requests
     */
    public record Remembered(AwsRequest request, AwsResponse response, long number) {}

    /**
     * Returns the earlier response to the same request; empty if the token is new.
     *
     * @throws ServiceErrorException 409 if the token was used with another request
     */
    public Optional<AwsResponse> responseTo(Token token, AwsRequest request) {
        Optional<Remembered> before = find(token);
        if (before.isPresent() && !before.get().request().equals(request)) {
            throw new ServiceError(
                            Layer.STATE,
                            ChimeError.CONFLICT,
                            "The ClientRequestToken was already used with different input.",
                            "The ClientRequestToken " + token.value() + " was used before with another "
                                    + differences(before.get().request(), request)
                                    + ". Use a new token for each new request.",
                            Provenance.ASSUMED)
                    .asException();
        }
        return before.map(Remembered::response);
    }

    /** Returns the names of the members that differ. Their values may be private. */
    private static String differences(AwsRequest before, AwsRequest now) {
        return now.sdkFields().stream()
                .filter(member -> !Objects.equals(member.getValueOrDefault(before), member.getValueOrDefault(now)))
                .map(SdkField::memberName)
                .collect(Collectors.joining(", "));
    }

    /** Returns whether the response to a request with this token is remembered. */
    public boolean remembers(Token token) {
        return find(token).isPresent();
    }

    private Optional<Remembered> find(Token token) {
        return Optional.ofNullable(recent.get(token))
                .or(() -> Optional.ofNullable(earlier.get(token)))
                .filter(remembered -> count - remembered.number() <= CAPACITY);
    }

    /** Returns these requests without the token if its response is outdated. */
    public RecentRequests without(Token token, Predicate<? super AwsResponse> outdated) {
        return find(token).map(Remembered::response).filter(outdated).isPresent()
                ? new RecentRequests(recent.minus(token), earlier.minus(token), count)
                : this;
    }

    /**
     * Returns these requests and one more, whose token must be new. The oldest request is removed if there are too
     * many.
     */
    public RecentRequests plus(Token token, AwsRequest request, AwsResponse response) {
        boolean full = recent.size() >= CAPACITY;
        TreePMap<Token, Remembered> latest = full ? TreePMap.empty() : recent;
        return new RecentRequests(
                latest.plus(token, new Remembered(request, response, count)), full ? recent : earlier, count + 1);
    }
}
