package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.internal.exchange.CallResult;
import java.time.Duration;

/** Processes the call immediately and delays its response, by a random duration of a range. */
record Delay(Duration shortest, Duration longest) implements BuiltInEffect {
    Delay {
        Durations.require("delay", shortest);
        Durations.require("delay", longest);
        if (shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException("delay(" + shortest + ", " + longest
                    + "): the first duration is the shortest, so it must not be longer than the second");
        }
    }

    @Override
    public CallResult apply(CallUnderFault call) {
        CallResult result = call.process();
        return result.delayedBy(
                shortest.equals(longest)
                        ? shortest
                        : Duration.ofMillis(call.random().nextLong(shortest.toMillis(), longest.toMillis() + 1)));
    }

    @Override
    public String toString() {
        return "response delayed by " + shortest + (shortest.equals(longest) ? "" : " to " + longest);
    }
}
