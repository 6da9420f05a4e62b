package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.Registration;
import io.github.chimefake.sessions.HeldEvents;

/** A registered fault that holds events back. */
public record DefaultHeldEvents(Registration registration, HeldFrames frames) implements HeldEvents {
    @Override
    public int count() {
        return frames.count();
    }

    @Override
    public int release() {
        return frames.release();
    }

    @Override
    public int timesApplied() {
        return registration.timesApplied();
    }

    @Override
    public void close() {
        registration.close();
        frames.release();
    }

    @Override
    public String toString() {
        return registration.toString();
    }
}
