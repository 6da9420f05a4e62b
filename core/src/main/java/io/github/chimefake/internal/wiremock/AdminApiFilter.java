package io.github.chimefake.internal.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.chimefake.internal.exchange.HttpCall;
import org.jspecify.annotations.Nullable;

/**
 * Keeps WireMock's administration over HTTP closed, as any page that is open in a browser of this machine could change stubs or
 * stop the server through it. A test that unwraps the server opens it, for requests that no foreign page can send.
 */
final class AdminApiFilter implements AdminRequestFilterV2 {
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private volatile @Nullable CrossOriginCheck originCheck;

    /** Admits requests from now on, to a server at this port. */
    void enable(int port) {
        originCheck = new CrossOriginCheck(port);
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        CrossOriginCheck check = originCheck;
        if (check == null) {
            return reject(NOT_FOUND);
        }
        HttpCall call = WireMockMessages.toHttpCall(request);
        // An absolute request target names a host, too, and it is the one that counts then.
        return check.isLoopback(request.getHost()) && check.isAllowed(call)
                ? RequestFilterAction.continueWith(request)
                : reject(FORBIDDEN);
    }

    private static RequestFilterAction reject(int status) {
        return RequestFilterAction.stopWith(aResponse().withStatus(status).build());
    }

    @Override
    public String getName() {
        return "chime-messaging-fake-administration";
    }
}
