package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipException;

/**
 * A handler that lets the gateway respond to requests that WireMock cannot read, for example because their body ends early. WireMock
 * reads a request completely before it asks any filter, and would respond with a page of HTML. So this is also where requests are
 * rejected that are not to be read.
 */
final class UnreadableRequests implements RequestHandler {
    /** What WireMock keeps of the request when it sends the response; it would fail again to read the real one. */
    private static final Request PLACEHOLDER = ImmutableRequest.create()
            .withAbsoluteUrl("http://" + WireMockEndpoint.LOOPBACK + "/")
            .withMethod(RequestMethod.ANY)
            .withProtocol("HTTP/1.1")
            .withBody(new byte[0])
            .build();

    private static final int BAD_REQUEST = 400;

    private final RequestHandler handler;
    private final CurrentGateway gateway;
    private final ActiveRequests requests;

    /** Creates a handler for the requests that the given one cannot read. */
    UnreadableRequests(RequestHandler handler, CurrentGateway gateway, ActiveRequests requests) {
        this.handler = handler;
        this.gateway = gateway;
        this.requests = requests;
    }

    /** Returns a handler of WireMock's administration that does not read requests beyond the limits either. */
    static RequestHandler ofAdministration(RequestHandler handler, CurrentGateway gateway) {
        return (request, responder, original) -> {
            HttpRequest head = WireMockMessages.toHttpRequest(request, new byte[0]);
            if (gateway.get().limits().check(head).isPresent()) {
                responder.respond(
                        PLACEHOLDER, Response.response().status(BAD_REQUEST).build(), Map.of());
            } else {
                handler.handle(request, responder, original);
            }
        };
    }

    @Override
    public void handle(Request request, HttpResponder responder, ServeEvent original) {
        Optional<HttpResponse> beyondLimits =
                gateway.get().respondIfBeyondLimits(() -> WireMockMessages.toHttpRequest(request, new byte[0]));
        if (beyondLimits.isPresent()) {
            responder.respond(PLACEHOLDER, WireMockMessages.toResponse(beyondLimits.get()), Map.of());
            gateway.get().responseSent();
            return;
        }
        AtomicBoolean responded = new AtomicBoolean();
        HttpResponder observed = (received, response, attributes) -> {
            responded.set(true);
            responder.respond(received, response, attributes);
        };
        try {
            handler.handle(request, observed, original);
        } catch (Exception failure) { // WireMock also throws undeclared checked exceptions.
            Optional<HttpResponse> response = responded.get() ? Optional.empty() : respond(request, failure);
            if (response.isEmpty()) {
                throw failure;
            }
            responder.respond(PLACEHOLDER, WireMockMessages.toResponse(response.get()), Map.of());
        } finally {
            requests.end();
            gateway.get().responseSent(); // No listener is told if the client has left.
        }
    }

    /** Returns the response if the failure is that the request cannot be read; otherwise empty. */
    private Optional<HttpResponse> respond(Request request, Exception failure) {
        boolean wasRead = requests.isCurrentThread();
        requests.begin();
        Optional<Throwable> unreadable = unreadableBody(request, failure);
        if (unreadable.isPresent()) {
            return Optional.of(gateway.get()
                    .respondToUnreadableBody(
                            WireMockMessages.toHttpRequest(request, new byte[0]),
                            unreadable.get().toString()));
        }
        return wasRead ? Optional.empty() : Optional.of(gateway.get().respond(WireMockMessages.toHttpRequest(request)));
    }

    /** Returns why the body cannot be read. WireMock 3 unzips a body at the first attempt to read it only. */
    private static Optional<Throwable> unreadableBody(Request request, Exception failure) {
        if (rootCause(failure) instanceof ZipException broken) {
            return Optional.of(broken);
        }
        try {
            request.getBody();
            return Optional.empty();
        } catch (Exception unreadable) {
            return Optional.of(rootCause(unreadable));
        }
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
