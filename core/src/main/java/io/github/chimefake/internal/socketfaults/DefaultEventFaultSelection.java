package io.github.chimefake.internal.socketfaults;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Noun;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.filter.Sentence;
import io.github.chimefake.internal.filter.SocketSelection;
import io.github.chimefake.sessions.EventFaultSelection;
import io.github.chimefake.sessions.HeldEvents;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Selects events for a fault. */
@CheckReturnValue
public final class DefaultEventFaultSelection extends SocketSelection<DefaultEventFaultSelection>
        implements EventFaultSelection {
    private final EventFaults faults;
    private final Set<MessagingEventType> types;

    private DefaultEventFaultSelection(
            Sentence sentence,
            EventFaults faults,
            Set<MessagingEventType> types,
            CallFilter filter,
            Schedule schedule) {
        super(
                sentence,
                new Subject(
                        types.stream().map(Enum::name).sorted().collect(joining(", ", ".onEvents(", ")")),
                        "forUser",
                        Noun.EVENT),
                filter,
                schedule);
        this.faults = faults;
        this.types = types;
    }

    /**
     * Returns a selection of events.
     *
     * @param types their types; all if there is none
     */
    public static DefaultEventFaultSelection of(EventFaults faults, List<MessagingEventType> types) {
        return new DefaultEventFaultSelection(
                faults.sentence("drop() or another effect").begun(),
                faults,
                Set.copyOf(types),
                CallFilter.ANY,
                new Schedule.Always());
    }

    @Override
    protected DefaultEventFaultSelection with(CallFilter filter, Schedule schedule) {
        return new DefaultEventFaultSelection(next(), faults, types, filter, schedule);
    }

    @Override
    public DefaultEventFaultSelection forUser(ChimeUser user) {
        return by(user);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration drop() {
        return register(new EventEffect.Drop());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration duplicate() {
        return register(new EventEffect.Duplicate());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration delay(Duration delay) {
        finish();
        if (delay.isNegative() || delay.isZero()) {
            throw new IllegalArgumentException(
                    "delay(" + delay + "): the delay must be positive. Use for example Duration.ofMillis(200)");
        }
        return register(new EventEffect.Delay(delay));
    }

    @Override
    public HeldEvents hold() {
        HeldFrames frames = new HeldFrames();
        return faults.held(register(new EventEffect.Hold(frames)), frames);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration reorder() {
        return register(new EventEffect.Reorder());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration truncate() {
        return register(new EventEffect.Truncate());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration close(int code) {
        finish();
        return register(new EventEffect.Close(CloseCodes.requireOrAbnormal("close(" + code + ")", code)));
    }

    private Registration register(EventEffect effect) {
        finish();
        return faults.add(List.of(new EventFault(types, filter(), schedule(), effect, words())));
    }
}
