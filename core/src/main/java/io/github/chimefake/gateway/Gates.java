package io.github.chimefake.gateway;

import io.github.chimefake.call.Answer;
import io.github.chimefake.call.Call;
import io.github.chimefake.call.RefusedException;
import java.util.List;

/** Leads a call through the gates, first to last. */
final class Gates {
    private final List<Gate> gates;

    Gates(List<Gate> gates) {
        this.gates = List.copyOf(gates);
    }

    Answer answer(Call call) {
        return answer(call, 0);
    }

    private Answer answer(Call call, int gate) {
        try {
            return gates.get(gate).pass(call, () -> answer(call, gate + 1));
        } catch (RefusedException refused) {
            return Answer.refused(refused.refusal());
        }
    }
}
