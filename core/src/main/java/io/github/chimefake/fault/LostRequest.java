package io.github.chimefake.fault;

import io.github.chimefake.call.Answer;
import io.github.chimefake.call.Call;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.ConnectionFault;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import java.util.function.Supplier;

/** The call never reaches the service: the connection is reset. */
record LostRequest() implements Fault {
    @Override
    public Answer strike(Call call, Supplier<Answer> proceed) {
        String explanation = "A fault of this test resets the connection of " + call.operation()
                + "; the call did not reach the service.";
        return Answer.refused(Refusal.of(ChimeError.SERVICE_UNAVAILABLE, explanation, Provenance.REQUESTED))
                .brokenBy(ConnectionFault.RESET);
    }

    @Override
    public boolean endsTheCall() {
        return true;
    }

    @Override
    public String toString() {
        return "lose the request";
    }
}
