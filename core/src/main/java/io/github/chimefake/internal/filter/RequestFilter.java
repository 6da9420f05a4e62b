package io.github.chimefake.internal.filter;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.lifetime.UserCodeException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Selects requests of one type by a predicate.
 *
 * @param type the SDK's class of the request
 * @param predicate selects requests of this type
 */
public record RequestFilter<R extends AwsRequest>(Class<R> type, Predicate<? super R> predicate) {
    private static final String IDENTITY = "software.amazon.awssdk.services.chimesdkidentity.model.";
    private static final String MESSAGING = "software.amazon.awssdk.services.chimesdkmessaging.model.";

    /** The requests that both services have, with the same path and the same members. */
    private static final Set<String> SHARED =
            Set.of("TagResourceRequest", "UntagResourceRequest", "ListTagsForResourceRequest");

    /**
     * Selects requests of one type by a predicate.
     *
     * @throws IllegalArgumentException if no request can be of this type; see {@link #requireReceivable}
     */
    public RequestFilter {
        requireReceivable(type);
    }

    /**
     * Checks that a request can be of this type. All tag requests are processed as those of messaging, so a filter with
     * identity's class would never match. Class names are compared, because the SDK's identity module may be missing.
     *
     * @throws IllegalArgumentException if it is the class of identity for a request that both services have
     */
    public static void requireReceivable(Class<?> type) {
        if (type.getName().startsWith(IDENTITY) && SHARED.contains(type.getSimpleName())) {
            throw new IllegalArgumentException("No request is decoded as " + type.getName()
                    + ": both services have this operation, with the same path and members, and the fake treats it"
                    + " as one of messaging, whichever client sends it. Use " + MESSAGING
                    + type.getSimpleName());
        }
    }

    /**
     * Returns whether the request is selected.
     *
     * @param userCode runs the predicate
     * @param owner describes the rule, fault or assertion with the predicate, for the explanation if it throws
     * @throws ServiceErrorException if the predicate throws, so that it is not mistaken for an error of the
     *     fake
     */
    boolean matches(AwsRequest request, UserCode userCode, Supplier<String> owner) {
        return type.isInstance(request) && userCode.run(() -> test(type.cast(request), owner));
    }

    private boolean test(R request, Supplier<String> owner) {
        try {
            return predicate.test(request);
        } catch (Throwable thrown) { // Includes AssertionError, which is not an error of the fake either.
            throw ServiceError.of(
                            Layer.ENDPOINT,
                            ChimeError.SERVICE_FAILURE,
                            "The predicate on " + type.getSimpleName() + " that this test gave to the fake failed with "
                                    + UserCodeException.describe(thrown) + ". It belongs to "
                                    + owner.get()
                                    + ". Members that a request does not have are null, which the predicate must handle.",
                            Provenance.REQUESTED)
                    .asException();
        }
    }

    @Override
    public String toString() {
        return predicate instanceof DescribedPredicate<?>
                ? "matching " + predicate
                : "matching a predicate on " + type.getSimpleName();
    }
}
