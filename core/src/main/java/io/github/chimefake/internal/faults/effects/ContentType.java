package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ResponseChange;
import io.github.chimefake.internal.http.HeaderNames;

/** Processes the call, and sends its response with another content type. */
record ContentType(String contentType) implements BuiltInEffect {
    ContentType {
        DefaultFaultResponse.requireHeaderValue("contentType", contentType);
    }

    @Override
    public CallResult apply(CallUnderFault call) {
        return call.process()
                .changedBy(new ResponseChange(
                        "content type " + contentType,
                        response -> response.withHeader(HeaderNames.CONTENT_TYPE, contentType)));
    }

    @Override
    public String toString() {
        return "carry out, but respond with the content type " + contentType;
    }
}
