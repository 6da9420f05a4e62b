package io.github.chimefake.messaging;

import io.github.chimefake.call.Operation;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;

/**
 * The latest requests that carried a client request token, with their answers: the same request again gets the same
 * answer and has no second effect. How long the real service remembers a token is not published; here it is the latest
 * {@link #CAPACITY} of an app instance.
 *
 * @param byToken what was asked and answered
 * @param byAge the same tokens in the order they came
 */
record RecentRequests(HashPMap<Token, Remembered> byToken, TreePMap<Long, Token> byAge) {
    static final int CAPACITY = 10_000;
    static final RecentRequests NONE = new RecentRequests(HashTreePMap.empty(), TreePMap.empty());

    /**
     * A token means something only together with these.
     *
     * @param operation which operation
     * @param bearer the ARN of the bearer; empty for an operation without one
     * @param resource the ARN of the channel or app instance that the call is on
     * @param value the client request token
     */
    record Token(Operation operation, String bearer, String resource, String value) {}

    /** What was asked and answered. */
    record Remembered(ChimeSdkMessagingRequest request, ChimeSdkMessagingResponse response) {}

    Optional<Remembered> find(Token token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /** These and one more; the oldest is forgotten if there are too many. */
    RecentRequests plus(Token token, Remembered remembered) {
        boolean full = byAge.size() >= CAPACITY;
        HashPMap<Token, Remembered> kept =
                full ? byToken.minus(byAge.firstEntry().getValue()) : byToken;
        TreePMap<Long, Token> order = full ? byAge.minusFirstEntry() : byAge;
        long age = order.isEmpty() ? 0 : order.lastKey() + 1;
        return new RecentRequests(kept.plus(token, remembered), order.plus(age, token));
    }
}
