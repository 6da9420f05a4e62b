package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.signature.AuthorizationReader;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.Sender;
import io.github.chimefake.internal.http.BrokenEscapeException;
import io.github.chimefake.internal.http.QueryString;
import io.github.chimefake.internal.socketfaults.SocketCalls;
import io.github.chimefake.internal.websocket.UpgradeRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A connect: the request that opens a messaging session.
 *
 * @param call the connect as a call, whose bearer is the user
 * @param user the parameter {@code userArn}; empty if it is missing or empty
 * @param sessionId the parameter {@code sessionId}; empty if it is missing or empty
 * @param prefetch which channels are sent first; empty if none was asked for
 */
record ConnectRequest(Call call, Optional<Arn> user, Optional<String> sessionId, Optional<PrefetchOrder> prefetch) {
    private static final String PATH = "/connect";

    /** Which channels are sent first. */
    enum PrefetchOrder {
        UNREAD,
        LAST_MESSAGE_TIMESTAMP
    }

    /** Returns whether a request is a connect. */
    static boolean isOne(HttpRequest http) {
        return http.rawPath().equals(PATH);
    }

    static HttpRequest http(UpgradeRequest request) {
        List<HttpRequest.Header> headers = request.headers().entrySet().stream()
                .flatMap(header ->
                        header.getValue().stream().map(value -> new HttpRequest.Header(header.getKey(), value)))
                .toList();
        return new HttpRequest("GET", request.target(), headers, new byte[0], Instant.now());
    }

    /** Reads a connect. Its signature is not verified. */
    static ConnectRequest read(HttpRequest http, Access access, Function<Optional<String>, Sender> senders)
            throws BrokenEscapeException {
        QueryString query = QueryString.parse(http.rawQuery());
        Authorization authorization = AuthorizationReader.read(http, query);
        Optional<Arn> user = nonEmpty(query, "userArn").map(Arn::of);
        Optional<String> sessionId = nonEmpty(query, "sessionId");
        HttpRequest sent = http.by(senders.apply(sessionId));
        return new ConnectRequest(
                SocketCalls.connect(sent, authorization, access.claimedCaller(authorization), user),
                user,
                sessionId,
                nonEmpty(query, "prefetch-on")
                        .filter("connect"::equals)
                        .map(on -> nonEmpty(query, "prefetch-sort-by")
                                        .filter("last-message-timestamp"::equals)
                                        .isPresent()
                                ? PrefetchOrder.LAST_MESSAGE_TIMESTAMP
                                : PrefetchOrder.UNREAD));
    }

    private static Optional<String> nonEmpty(QueryString query, String name) {
        return query.value(name).filter(value -> !value.isEmpty());
    }
}
