package io.github.chimefake.call;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * A request that was bound to its operation: who sends what, about which resources. Binding never refuses; what is wrong
 * with the request stands in {@link #defect()} until its gate comes.
 *
 * @param http the request as received
 * @param operation which operation
 * @param request the decoded request; what could not be decoded is absent from it
 * @param defect why the request could not be decoded, or which constraint it breaks
 * @param caller whose access key the request claims
 * @param bearer the value of {@code x-amz-chime-bearer}; empty if the header is missing or empty, and for
 *     operations of identity, which have none
 * @param resources every ARN that the request names outside its body's free text: channel, member, flow, app instance
 * @param attempt which attempt of which invocation this is
 */
public record Call(
        HttpCall http,
        ChimeOperation operation,
        AwsRequest request,
        Optional<Refusal> defect,
        ChimeCaller caller,
        Optional<String> bearer,
        Resources resources,
        Attempt attempt) {

    /**
     * The resources that a request names.
     *
     * @param channel the ARN of the channel
     * @param others the other ARNs
     */
    public record Resources(Optional<String> channel, Set<String> others) {
        public Resources {
            others = Set.copyOf(others);
        }
    }

    /**
     * One attempt of an invocation. An SDK keeps the invocation's id while it retries.
     *
     * @param invocationId {@code amz-sdk-invocation-id}; empty for clients that send none, whose attempts are told apart
     *     by nothing and each count as an invocation
     * @param number {@code attempt} of {@code amz-sdk-request}, from 1
     */
    public record Attempt(Optional<String> invocationId, int number) {}
}
