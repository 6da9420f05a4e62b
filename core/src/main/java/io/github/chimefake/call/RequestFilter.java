package io.github.chimefake.call;

import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Requests of one type that a test picks out by what they say.
 *
 * @param type the SDK's class of the request
 * @param predicate which of them
 */
public record RequestFilter<R extends AwsRequest>(Class<R> type, Predicate<? super R> predicate) {
    private static final String IDENTITY = "software.amazon.awssdk.services.chimesdkidentity.model.";
    private static final String MESSAGING = "software.amazon.awssdk.services.chimesdkmessaging.model.";

    /** Which requests both services have, under the same path and with the same members. */
    private static final Set<String> SHARED =
            Set.of("TagResourceRequest", "UntagResourceRequest", "ListTagsForResourceRequest");

    /**
     * Requests of one type that a test picks out by what they say.
     *
     * @throws IllegalArgumentException if no request is ever of this type, as {@link #requireReceivable} says
     */
    public RequestFilter {
        requireReceivable(type);
    }

    /**
     * Checks that a request can be of this type. Those on tags are taken for messaging's, whichever client sends them, so
     * that a question for identity's classes would be answered with "none", and be wrong. Names are compared, as the SDK's
     * module of identity may be missing.
     *
     * @throws IllegalArgumentException if it is identity's class of a request that both services have
     */
    public static void requireReceivable(Class<?> type) {
        if (type.getName().startsWith(IDENTITY) && SHARED.contains(type.getSimpleName())) {
            throw new IllegalArgumentException("No request is ever a " + type.getName()
                    + ": both services have this operation, under the same path and with the same members, and the fake"
                    + " takes it for messaging's, whichever client sends it. Ask for " + MESSAGING
                    + type.getSimpleName());
        }
    }

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
