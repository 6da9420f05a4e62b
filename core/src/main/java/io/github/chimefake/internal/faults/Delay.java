package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import java.time.Duration;
import java.util.function.Supplier;

/** Processes the call immediately and delays its response. */
record Delay(Duration duration) implements Fault {
    @Override
    public CallResult applyTo(Call call, Supplier<CallResult> proceed) {
        return proceed.get().delayedBy(duration);
    }

    @Override
    public boolean endsTheCall() {
        return false;
    }

    @Override
    public String toString() {
        return "response delayed by " + duration;
    }
}
