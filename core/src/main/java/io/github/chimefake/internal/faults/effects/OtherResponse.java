package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.faults.ResponseBody;
import io.github.chimefake.internal.exchange.CallResult;

/** Responds as something between client and service does, for example a proxy. */
record OtherResponse(int status, ResponseBody body) implements BuiltInEffect {
    OtherResponse {
        DefaultFaultResponse.requireBodyAllowed(status, body);
    }

    @Override
    public CallResult apply(CallUnderFault call) {
        return DefaultFaultResponse.inPlaceOfTheService(DefaultFaultResponse.http(status, body));
    }

    @Override
    public String toString() {
        return "respond with " + status + " (" + body + ")";
    }
}
