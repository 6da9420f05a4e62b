package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ResponseChange;
import java.time.Duration;

/** Processes the call, and sends the body of its response in parts. */
record SlowBody(Duration duration) implements BuiltInEffect {
    /** WireMock waits for whole milliseconds between two parts, of which there are ten. */
    private static final int PARTS = 10;

    SlowBody {
        Durations.require("slowBody", duration, Duration.ofMillis(PARTS));
    }

    @Override
    public CallResult apply(CallUnderFault call) {
        return call.process()
                .changedBy(new ResponseChange(
                        "body sent over " + duration,
                        response -> response.body().length == 0
                                ? response
                                : response.withBodyDuration(
                                        response.bodyDuration().plus(duration))));
    }

    @Override
    public String toString() {
        return "carry out, but send the body over " + duration;
    }
}
