package io.github.chimefake.internal.exchange;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.Arn;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * A request that was bound to its operation: who sends what, about which resources. Binding never refuses; what is wrong
 * with the request is kept in {@link #defect()} until its gate comes.
 *
 * @param http the request as received
 * @param authorization what it says of its signature, unverified
 * @param operation which operation
 * @param request the decoded request; what could not be decoded is absent from it
 * @param defect why the request could not be decoded, or which constraint it breaks
 * @param caller whose access key the request claims
 * @param bearer the value of {@code x-amz-chime-bearer}; empty if the header is missing or empty, and for
 *     operations of identity, which have no bearer
 * @param resources every ARN that the request names outside its body's free text: channel, member, flow, app instance
 * @param attempt which attempt of which invocation this is
 */
public record Call(
        HttpRequest http,
        Authorization authorization,
        Operation operation,
        AwsRequest request,
        Optional<ServiceError> defect,
        Caller caller,
        Optional<Arn> bearer,
        Resources resources,
        Attempt attempt) {

    /**
     * The resources that a request names.
     *
     * @param channel the ARN in the place of a channel
     * @param byText the other ARNs by their text
     */
    public record Resources(Optional<Arn> channel, Map<String, Arn> byText) {
        public Resources {
            byText = Map.copyOf(byText);
        }

        /** Creates the resources of a request that names these ARNs, each at least once. */
        public static Resources of(Optional<String> channel, Collection<String> others) {
            return new Resources(
                    channel.map(Arn::of),
                    others.stream().distinct().collect(Collectors.toMap(Function.identity(), Arn::of)));
        }

        /** Returns the ARNs other than the channel's. */
        public Collection<Arn> others() {
            return byText.values();
        }

        /** Returns the ARN with this text, of whatever kind. */
        public Arn arn(String text) {
            // An ARN within a nested structure, for example the target of a message, is not among the resources.
            return Optional.ofNullable(byText.get(text)).orElseGet(() -> Arn.of(text));
        }
    }

    /**
     * One attempt of an invocation.
     *
     * @param invocationId what the attempts of one invocation have in common: {@code amz-sdk-invocation-id}, which an SDK keeps
     *     while it retries. For a client that sends no id the fake makes one, and gives the same id to the requests that it
     *     recognizes as retries. Empty for a request that came after its test was over
     * @param number {@code attempt} of {@code amz-sdk-request}, or counted by the fake for a client that sends no id; from 1
     */
    public record Attempt(Optional<String> invocationId, int number) {}

    /** Returns this request, counted as the given attempt. */
    public Call withAttempt(Attempt other) {
        return new Call(http, authorization, operation, request, defect, caller, bearer, resources, other);
    }
}
