package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.socketfaults.SocketFaults;
import io.github.chimefake.internal.socketfaults.SocketFrame;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the sessions of a fake share.
 *
 * @param expire expires the credentials of a caller
 * @param handOver hands the events of calls that were responded to over to the sessions
 * @param prefetch returns the channels that a session is sent first
 */
record SessionContext(
        OpenSessions open,
        SessionLog log,
        SocketFaults faults,
        SessionTimer timer,
        Consumer<Caller> expire,
        Runnable handOver,
        Function<ConnectRequest, List<SocketFrame>> prefetch) {}
