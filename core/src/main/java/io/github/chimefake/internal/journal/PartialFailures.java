package io.github.chimefake.internal.journal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;

/** The members of a batch that failed, although the response has status 200. */
final class PartialFailures {
    private static final int NAMES = 5;

    private PartialFailures() {}

    /** Returns whether every member of a batch succeeded, or the response is not that of a batch. */
    static boolean noneIn(AwsResponse response) {
        return !(response instanceof BatchCreateChannelMembershipResponse result)
                || result.errors().isEmpty();
    }

    /** Returns for example {@code 2 of 3 failed: bob Conflict, ghost Forbidden}; empty if none failed. */
    static Optional<String> of(AwsRequest request, AwsResponse response, PrintStyle style) {
        if (!(request instanceof BatchCreateChannelMembershipRequest batch)
                || !(response instanceof BatchCreateChannelMembershipResponse result)
                || noneIn(response)) {
            return Optional.empty();
        }
        List<BatchCreateChannelMembershipError> errors = result.errors();
        String failed = errors.stream()
                .limit(NAMES)
                .map(error -> style.id(error.memberArn()) + " " + error.errorCodeAsString())
                .collect(Collectors.joining(", "));
        String more = errors.size() > NAMES ? " and " + (errors.size() - NAMES) + " more" : "";
        return Optional.of(errors.size() + " of " + batch.memberArns().size() + " failed: " + failed + more);
    }
}
