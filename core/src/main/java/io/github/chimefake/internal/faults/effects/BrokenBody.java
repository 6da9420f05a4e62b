package io.github.chimefake.internal.faults.effects;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.ResponseChange;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Processes the call, and sends a response whose body a client cannot read. A response without a body stays as it is. */
enum BrokenBody implements BuiltInEffect {
    EMPTY("body empty", response -> response.withBody(new byte[0])),

    TRUNCATED("body truncated", BrokenBody::firstHalf),

    MALFORMED("body malformed", response -> response.withBody(notJson(response.body().length))),

    CLOSED_HALF_WAY(
            "connection closed after half of the body",
            response -> firstHalf(response).withHeader("Content-Length", String.valueOf(response.body().length)));

    private final ResponseChange change;

    BrokenBody(String description, UnaryOperator<HttpResponse> change) {
        this.change = new ResponseChange(
                description, response -> response.body().length == 0 ? response : change.apply(response));
    }

    private static HttpResponse firstHalf(HttpResponse response) {
        return response.withBody(Arrays.copyOf(response.body(), response.body().length / 2));
    }

    private static byte[] notJson(int length) {
        return "<".repeat(length).getBytes(UTF_8);
    }

    @Override
    public CallResult apply(CallUnderFault call) {
        return call.process().changedBy(change);
    }

    @Override
    public String toString() {
        return "carry out, but " + change.description();
    }
}
