package io.github.chimefake.call;

import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Requests of one type that a test picks out by what they say.
 *
 * @param type the SDK's class of the request
 * @param predicate which of them
 */
public record RequestFilter<R extends AwsRequest>(Class<R> type, Predicate<? super R> predicate) {
    /**
     * Whether the request is one that is meant.
     *
     * @throws RefusedException if the predicate throws, which its test should see and not take for a fault of the fake
     */
    boolean matches(AwsRequest request) {
        if (!type.isInstance(request)) {
            return false;
        }
        try {
            return predicate.test(type.cast(request));
        } catch (RuntimeException e) {
            throw Refusal.of(
                            ChimeError.SERVICE_FAILURE,
                            "The predicate that this test gave to matching(" + type.getSimpleName()
                                    + ", …) failed with " + e
                                    + ". Members that a request does not have are null: let the predicate expect that.",
                            Provenance.REQUESTED)
                    .asException();
        }
    }

    @Override
    public String toString() {
        return "matching a predicate on " + type.getSimpleName();
    }
}
