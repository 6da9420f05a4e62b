package io.github.chimefake.faults;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Operation;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * A call that a fault applies to.
 *
 * @since 0.1
 */
public interface FaultedCall {
    /** Returns the operation. */
    Operation operation();

    /** Returns the request in the SDK's type, whose absent members are null. Its signature is not verified yet. */
    AwsRequest request();

    /** Returns the caller to which the access key of the request belongs. */
    ChimeCaller caller();

    /** Returns the number of the attempt as the client counts, from 1. */
    int attempt();

    /** Returns random numbers, which are the same in each run with the same calls, from the {@code seed} of the fake's builder. */
    RandomGenerator random();

    /**
     * Returns the response of the fake, which may be an error. For this, the call goes on: the faults that were registered later apply, the
     * signature is verified, permissions are checked, and the state changes.
     *
     * @throws IllegalStateException if it is called a second time, by another thread, or after the effect has returned
     */
    FaultResponse proceed();
}
