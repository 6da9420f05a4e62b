package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;

/** The faults on messaging sessions. */
public record SocketFaults(ConnectFaults connects, EventFaults events) {
    /** Creates lists without faults. */
    public static SocketFaults none(UserCode userCode, FakeLifetime lifetime) {
        return new SocketFaults(new ConnectFaults(userCode, lifetime), new EventFaults(userCode, lifetime));
    }
}
