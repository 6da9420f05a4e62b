package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;

/** Processes the call, and ends the connection before the first byte of the response. */
record ResponseNotSent(ConnectionFault connectionFault) implements BuiltInEffect {
    @Override
    public CallResult apply(CallUnderFault call) {
        return call.process().withConnectionFault(connectionFault);
    }

    @Override
    public String toString() {
        return switch (connectionFault) {
            case CLOSE -> "carry out, but lose the response";
            case RESET -> "carry out, but reset the connection";
        };
    }
}
