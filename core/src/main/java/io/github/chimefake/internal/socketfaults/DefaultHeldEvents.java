package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.Registration;
import io.github.chimefake.sessions.HeldEvents;

/**
 * A registered fault that holds events back.
 *
 * @param handOver hands the events of calls that were responded to over to the sessions
 */
public record DefaultHeldEvents(Registration registration, HeldFrames frames, Runnable handOver) implements HeldEvents {
    @Override
    public int count() {
        handOver.run();
        return frames.count();
    }

    @Override
    public int release() {
        handOver.run();
        return frames.release();
    }

    @Override
    public int timesApplied() {
        return registration.timesApplied();
    }

    @Override
    public void close() {
        handOver.run();
        frames.close(); // First, so that no later event is sent before what is held back.
        registration.close();
    }

    @Override
    public String toString() {
        return registration.toString();
    }
}
