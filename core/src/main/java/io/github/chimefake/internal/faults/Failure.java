package io.github.chimefake.internal.faults;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Answer;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Refusal;
import java.util.function.Supplier;

/** The call fails and does not reach the service. */
record Failure(ChimeError error, String message) implements Fault {
    @Override
    public Answer applyTo(Call call, Supplier<Answer> proceed) {
        String explanation =
                "A fault of this test makes " + call.operation() + " " + this + "; the call did not reach the service.";
        return Answer.refused(new Refusal(error, message, explanation, Provenance.REQUESTED));
    }

    @Override
    public boolean endsTheCall() {
        return true;
    }

    @Override
    public String toString() {
        return "fail with " + error.errorType();
    }
}
