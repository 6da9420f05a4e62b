package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Answer;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.util.function.Supplier;

/** The call is carried out, but its answer never arrives: the connection closes without a byte. */
record LostResponse() implements Fault {
    @Override
    public Answer strike(Call call, Supplier<Answer> proceed) {
        return proceed.get().brokenBy(ConnectionFault.CLOSE);
    }

    @Override
    public boolean endsTheCall() {
        return false;
    }

    @Override
    public String toString() {
        return "carry out, but lose the response";
    }
}
