package io.github.chimefake.faults;

import io.github.chimefake.Experimental;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.sessions.ConnectFaultSelection;
import io.github.chimefake.sessions.EventFaultSelection;

/**
 * Entry point for faults. Each method starts a fault on any call. Thread-safe.
 *
 * @since 0.1
 */
public interface Faults extends FaultSelection {
    /**
     * Starts a fault on connects of messaging sessions: {@code onConnect().by(alice).connects(2).close(4005)}.
     *
     * @throws IllegalStateException if the fake is closed
     */
    @Experimental
    ConnectFaultSelection onConnect();

    /**
     * Starts a fault on events on their way to messaging sessions: {@code onEvents(CREATE_CHANNEL_MESSAGE).forUser(bob).once().drop()}.
     *
     * @param types the types that it selects; without any, all except {@code SESSION_ESTABLISHED}
     * @throws IllegalStateException if the fake is closed
     */
    @Experimental
    EventFaultSelection onEvents(MessagingEventType... types);

    /**
     * Removes every fault, those of the baseline included; the next reset restores those of the baseline. Events that a fault holds back
     * are sent.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
