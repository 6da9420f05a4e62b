package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.sessions.HeldEvents;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The registered faults on events. The first that is due applies; the others do not count the event. */
public final class EventFaults extends Registrations<EventFault> {
    private volatile Runnable handOver = () -> {};

    /** Creates a list without faults. */
    public EventFaults(UserCode userCode, FakeLifetime lifetime) {
        super("fault", "faults()", userCode, lifetime);
    }

    /** Sets what hands the events of calls that were responded to over to the sessions, so that faults of a later moment do not apply. */
    public void handOverBy(Runnable action) {
        handOver = action;
    }

    @Override
    protected void catchUp() {
        handOver.run();
    }

    /** Sends what faults hold back, so that no later event is sent before it. */
    @Override
    protected void beforeClear() {
        held().forEach(HeldFrames::close);
    }

    private List<HeldFrames> held() {
        return registered().stream()
                .map(each -> each.definition().effect())
                .filter(EventEffect.Hold.class::isInstance)
                .map(effect -> ((EventEffect.Hold) effect).held())
                .toList();
    }

    /** Creates the entry point to what a fault holds back. */
    HeldEvents held(Registration registration, HeldFrames frames) {
        return new DefaultHeldEvents(registration, frames, this::catchUp);
    }

    /**
     * Returns the fault that applies to an event on its way to a session, and counts it.
     *
     * @param asCall returns the event as a call
     */
    public Optional<EventFault> due(SocketFrame frame, Function<SocketFrame, Call> asCall) {
        if (registered().isEmpty()) {
            return Optional.empty();
        }
        Call event = asCall.apply(frame);
        if (!event.http().sender().meetsFaults()) {
            return Optional.empty();
        }
        for (Registered<EventFault> each : registered()) {
            if (each.definition().selects(frame.type()) && selects(each, event) && apply(each, event, true)) {
                return Optional.of(each.definition());
            }
        }
        return Optional.empty();
    }

    /** Returns what a registered fault holds back; empty if it is another fault. */
    public Optional<HeldEvents> heldBy(Registration registration) {
        for (Registered<EventFault> each : registered()) {
            if (each.registration() == registration && each.definition().effect() instanceof EventEffect.Hold hold) {
                return Optional.of(held(registration, hold.held()));
            }
        }
        return Optional.empty();
    }

    @Override
    protected EventFault copyOf(EventFault fault) {
        return fault.effect() instanceof EventEffect.Hold
                ? new EventFault(
                        fault.types(),
                        fault.filter(),
                        fault.schedule(),
                        new EventEffect.Hold(new HeldFrames()),
                        fault.words())
                : fault;
    }

    /** Restores the faults of the snapshot. What they have held back is dropped. */
    @Override
    public synchronized void restore(Snapshot<EventFault> snapshot) {
        super.restore(snapshot);
        held().forEach(HeldFrames::restart);
    }
}
