package io.github.chimefake.internal.faults;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.faults.Faults;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.filter.RegistrationList;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.socketfaults.DefaultConnectFaultSelection;
import io.github.chimefake.internal.socketfaults.DefaultEventFaultSelection;
import io.github.chimefake.internal.socketfaults.SocketFaults;
import io.github.chimefake.sessions.ConnectFaultSelection;
import io.github.chimefake.sessions.EventFaultSelection;
import java.util.List;

/** Entry point for faults. */
public final class DefaultFaults extends DefaultFaultSelection implements Faults, RegistrationList {
    private final SocketFaults sockets;

    /** Creates the entry point of a plan, and of the faults on messaging sessions. */
    public DefaultFaults(FaultPlan plan, SocketFaults sockets) {
        super(
                plan.sentence("fail(…) or another effect"),
                plan,
                CallFilter.ANY,
                FaultConditions.NONE,
                new Schedule.Always(),
                Integer.MAX_VALUE);
        this.sockets = sockets;
    }

    @Override
    public ConnectFaultSelection onConnect() {
        return DefaultConnectFaultSelection.all(sockets.connects());
    }

    @Override
    public EventFaultSelection onEvents(MessagingEventType... types) {
        return DefaultEventFaultSelection.of(sockets.events(), List.of(types));
    }

    @Override
    public List<FilteredRegistration> registrations() {
        return plan.registrations();
    }

    @Override
    public void clear() {
        plan.clear();
        sockets.connects().clear();
        sockets.events().clear();
    }
}
