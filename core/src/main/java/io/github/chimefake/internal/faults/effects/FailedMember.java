package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.exchange.CallResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ErrorCode;

/**
 * Fails one member of a batch: the service processes the batch without the member, and the response reports the member
 * among the errors.
 *
 * @param code of the error, as a response reports it
 */
public record FailedMember(ChimeUser member, ErrorCode code, String message) implements BuiltInEffect {
    /**
     * Returns the effect that the member fails.
     *
     * @throws IllegalArgumentException if a response cannot report the error
     */
    public static FailedMember of(ChimeUser member, ChimeError error, String message) {
        // The service model has no code for a denial by IAM, so it is that of the error's type.
        String code = error.code().orElseGet(() -> error.errorType().replaceFirst("Exception$", ""));
        ErrorCode known = ErrorCode.fromValue(code);
        if (known == ErrorCode.UNKNOWN_TO_SDK_VERSION) {
            throw new IllegalArgumentException("A member of a batch cannot fail with " + error
                    + ": a response reports a member with an ErrorCode, which has no " + code
                    + ". Use ACCESS_DENIED, THROTTLING or an error that the service model has");
        }
        return new FailedMember(member, known, message);
    }

    /** Returns whether the request is a batch with this member. */
    public static boolean has(AwsRequest request, ChimeUser member) {
        return request instanceof BatchCreateChannelMembershipRequest batch
                && batch.memberArns().contains(member.arn());
    }

    @Override
    public CallResult apply(CallUnderFault call) {
        if (!has(call.request(), member)) {
            return call.process();
        }
        BatchCreateChannelMembershipRequest batch = (BatchCreateChannelMembershipRequest) call.request();
        List<String> others = batch.memberArns().stream()
                .filter(arn -> !arn.equals(member.arn()))
                .toList();
        CallResult result = call.process(batch.toBuilder().memberArns(others).build());
        return reported(result, batch.memberArns()).orElse(result);
    }

    /** Returns the result with the failed member, in the order of the request; empty if the whole batch failed. */
    private Optional<CallResult> reported(CallResult result, List<String> members) {
        if (!(result.outcome() instanceof CallResult.Success success)
                || !(success.response() instanceof BatchCreateChannelMembershipResponse response)) {
            return Optional.empty();
        }
        BatchCreateChannelMembershipError failed = BatchCreateChannelMembershipError.builder()
                .memberArn(member.arn())
                .errorCode(code)
                .errorMessage(message)
                .build();
        List<BatchCreateChannelMembershipError> errors = Stream.concat(response.errors().stream(), Stream.of(failed))
                .sorted(Comparator.comparingInt(error -> members.indexOf(error.memberArn())))
                .toList();
        return Optional.of(result.withOutcome(new CallResult.Success(
                        response.toBuilder().errors(errors).build()))
                .withNote("A fault of this test makes the member " + member.name() + " fail with " + code + "."));
    }

    @Override
    public String toString() {
        return "fail the member " + member.name() + " with " + code;
    }
}
