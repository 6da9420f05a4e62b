package io.github.chimefake.internal.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.HostNames;
import org.jspecify.annotations.Nullable;

/**
 * Keeps WireMock's HTTP admin API closed until a test unwraps the server, because any page open in a browser on this
 * machine could use it to change stubs or stop the server. After that, it allows requests that no page of another
 * origin can send.
 */
final class AdminApiFilter implements AdminRequestFilterV2 {
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private volatile @Nullable CrossOriginCheck originCheck;

    /** Starts to allow requests, for a server on the given port. */
    void enable(int port) {
        originCheck = new CrossOriginCheck(port);
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        CrossOriginCheck check = originCheck;
        if (check == null) {
            return reject(NOT_FOUND);
        }
        HttpRequest call = WireMockMessages.toHttpRequest(request);
        // An absolute request target also names a host, which takes precedence over the Host header.
        return HostNames.isLoopback(request.getHost()) && check.isAllowed(call)
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
