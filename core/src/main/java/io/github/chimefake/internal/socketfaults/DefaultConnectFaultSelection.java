package io.github.chimefake.internal.socketfaults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.Registration;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Noun;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.filter.Sentence;
import io.github.chimefake.internal.filter.SocketSelection;
import io.github.chimefake.sessions.ConnectFaultSelection;
import java.util.List;

/** Selects connects for a fault. */
@CheckReturnValue
public final class DefaultConnectFaultSelection extends SocketSelection<DefaultConnectFaultSelection>
        implements ConnectFaultSelection {
    private static final int LOWEST_STATUS = 400;
    private static final int HIGHEST_STATUS = 599;

    private final ConnectFaults faults;

    private DefaultConnectFaultSelection(
            Sentence sentence, ConnectFaults faults, CallFilter filter, Schedule schedule) {
        super(sentence, new Subject(".onConnect()", "by", Noun.CONNECT), filter, schedule);
        this.faults = faults;
    }

    /** Returns a selection of all connects. */
    public static DefaultConnectFaultSelection all(ConnectFaults faults) {
        return new DefaultConnectFaultSelection(
                faults.sentence("close(code) or another effect").begun(),
                faults,
                CallFilter.ANY,
                new Schedule.Always());
    }

    @Override
    protected DefaultConnectFaultSelection with(CallFilter filter, Schedule schedule) {
        return new DefaultConnectFaultSelection(next(), faults, filter, schedule);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration respond(int status) {
        if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
            finish();
            throw new IllegalArgumentException("respond(" + status + "): expected the status of an error, 400 to 599");
        }
        return register(new ConnectEffect.Respond(status));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration hang() {
        return register(new ConnectEffect.Hang());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration resetConnection() {
        return register(new ConnectEffect.Reset());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration close(int code) {
        return close("close(" + code + ")", code, false);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration closeAfterEstablished(int code) {
        return close("closeAfterEstablished(" + code + ")", code, true);
    }

    private Registration close(String call, int code, boolean established) {
        finish();
        return register(new ConnectEffect.Close(CloseCodes.requireOrAbnormal(call, code), established));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration dropBeforeEstablished() {
        return register(new ConnectEffect.Close(CloseCodes.ABNORMAL, false));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration dropAfterEstablished() {
        return register(new ConnectEffect.Close(CloseCodes.ABNORMAL, true));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration sendBeforeEstablished(MessagingEventType type, String payload) {
        finish();
        String call = "sendBeforeEstablished(" + type + ", …)";
        return register(new ConnectEffect.SendBefore(SocketFrame.written(call, type, payload)));
    }

    private Registration register(ConnectEffect effect) {
        finish();
        return faults.add(List.of(new ConnectFault(filter(), schedule(), effect, words())));
    }
}
