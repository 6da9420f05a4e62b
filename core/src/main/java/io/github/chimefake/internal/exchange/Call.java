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
 * A request that is bound to its operation, caller, bearer and resources. Binding does not fail: a validation error is
 * kept in {@link #validationError()} until the gate that reports it.
 *
 * @param http the request as received
 * @param authorization its signature, unverified
 * @param operation the operation
 * @param request the decoded request, without the members that could not be decoded
 * @param validationError the validation error, if the request could not be decoded or breaks a constraint
 * @param caller the caller that the access key of the request belongs to
 * @param bearer the value of {@code x-amz-chime-bearer}; empty if the header is missing or empty, and for operations of
 *     identity, which have no bearer
 * @param resources the ARNs in the members of the request: channel, member, flow, app instance
 * @param attempt the call and the attempt that the request belongs to
 * @param missedWrites how many of the latest writes a fault hides from the call, if it is a read
 */
public record Call(
        HttpRequest http,
        Authorization authorization,
        Operation operation,
        AwsRequest request,
        Optional<ServiceError> validationError,
        Caller caller,
        Optional<Arn> bearer,
        Resources resources,
        Attempt attempt,
        int missedWrites) {
    /** How many writes can be hidden from a call. */
    public static final int MAX_MISSED_WRITES = 100;

    /** Creates a call that sees all writes. */
    public Call(
            HttpRequest http,
            Authorization authorization,
            Operation operation,
            AwsRequest request,
            Optional<ServiceError> validationError,
            Caller caller,
            Optional<Arn> bearer,
            Resources resources,
            Attempt attempt) {
        this(http, authorization, operation, request, validationError, caller, bearer, resources, attempt, 0);
    }

    /** Returns this call with another decoded request, and everything else as it was received. */
    public Call withRequest(AwsRequest other) {
        return new Call(
                http,
                authorization,
                operation,
                other,
                validationError,
                caller,
                bearer,
                resources,
                attempt,
                missedWrites);
    }

    /** Returns this call, from which a number of the latest writes is hidden. */
    public Call missing(int writes) {
        return new Call(
                http, authorization, operation, request, validationError, caller, bearer, resources, attempt, writes);
    }

    /**
     * The resources that a request names.
     *
     * @param channel the ARN of the channel
     * @param byText all other ARNs by their text
     */
    public record Resources(Optional<Arn> channel, Map<String, Arn> byText) {
        public Resources {
            byText = Map.copyOf(byText);
        }

        /** Creates resources. An ARN may occur more than once. */
        public static Resources of(Optional<String> channel, Collection<String> others) {
            return new Resources(
                    channel.map(Arn::of),
                    others.isEmpty()
                            ? Map.of()
                            : others.stream().distinct().collect(Collectors.toMap(Function.identity(), Arn::of)));
        }

        /** Returns the ARNs other than the channel's. */
        public Collection<Arn> others() {
            return byText.values();
        }

        /** Returns the ARN with this text, of any kind. */
        public Arn arn(String text) {
            // ARNs in nested structures, for example the target of a message, are not in the map.
            return Optional.ofNullable(byText.get(text)).orElseGet(() -> Arn.of(text));
        }
    }

    /**
     * One attempt of a call.
     *
     * @param invocationId the id that all attempts of a call share: the header {@code amz-sdk-invocation-id}. For a
     *     client that does not send it, the fake generates an id and uses it for the requests that it recognizes as
     *     retries. Empty for a request that arrived after its test ended
     * @param number the number of the attempt, starting at 1: {@code attempt} of the header {@code amz-sdk-request}, or
     *     counted by the fake for a client that does not send an id
     */
    public record Attempt(Optional<String> invocationId, int number) {}

    /** Returns this call with another attempt. */
    public Call withAttempt(Attempt other) {
        return new Call(
                http,
                authorization,
                operation,
                request,
                validationError,
                caller,
                bearer,
                resources,
                other,
                missedWrites);
    }
}
