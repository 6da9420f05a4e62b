package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.faults.effects.FaultTools;
import java.util.function.Function;

/** Sees each attempt of each call before the faults of the test do, and may fail it. Called without a lock. */
@FunctionalInterface
public interface CallHook {
    /**
     * Returns the result of an attempt.
     *
     * @param rest processes it with the faults of the test
     */
    CallResult around(Call call, FaultTools tools, Function<Call, CallResult> rest);
}
