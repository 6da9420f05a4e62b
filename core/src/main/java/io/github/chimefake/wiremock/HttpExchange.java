package io.github.chimefake.wiremock;

import io.github.chimefake.call.HttpAnswer;
import io.github.chimefake.call.HttpCall;

/** Who stands behind the endpoint. */
public interface HttpExchange {
    /** Answers the call; never throws. */
    HttpAnswer answer(HttpCall call);

    /** Is told of a call that a stub of the user's answered, before the answer leaves; never throws. */
    void answeredByStub(HttpCall call, int status);
}
