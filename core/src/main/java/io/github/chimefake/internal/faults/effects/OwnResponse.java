package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.CallResult;
import software.amazon.awssdk.awscore.AwsResponse;

/** Responds with the test's own response in place of the service. */
public record OwnResponse(AwsResponse response) implements BuiltInEffect {
    /** Returns whether the response is one of this operation. */
    public static boolean isOf(AwsResponse response, Operation operation) {
        return response.getClass().getSimpleName().equals(operation.awsName() + "Response");
    }

    @Override
    public CallResult apply(CallUnderFault call) {
        return DefaultFaultResponse.inPlaceOfTheService(DefaultFaultResponse.success(response));
    }

    @Override
    public String toString() {
        return "respond with the test's own " + response.getClass().getSimpleName();
    }
}
