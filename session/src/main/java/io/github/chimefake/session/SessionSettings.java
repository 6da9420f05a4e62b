package io.github.chimefake.session;

import io.github.chimefake.session.internal.Dialer;
import io.github.chimefake.session.internal.WebSocketClient;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointRequest;

/** What a session is built with. */
record SessionSettings(
        ChimeSdkMessagingClient client,
        String userArn,
        String sessionId,
        SessionPresigner presigner,
        boolean plain,
        Optional<SSLContext> sslContext,
        Optional<Proxy> proxy,
        WebSocketClient.Limits limits,
        Duration startTimeout,
        Duration reconnection,
        int maxEvents,
        List<Consumer<? super SessionEvent>> eventListeners,
        List<Consumer<? super SessionClose>> closeListeners) {

    String lookUpEndpoint() {
        return client.getMessagingSessionEndpoint(
                        GetMessagingSessionEndpointRequest.builder().build())
                .endpoint()
                .url();
    }

    /** Returns the URL for a new connection to this endpoint. */
    URI url(String endpoint) {
        return presigner.presign(endpoint, userArn, sessionId);
    }

    Dialer newDialer(URI url) {
        return new Dialer(sslContext, proxy.orElseGet(() -> plain ? Proxy.NO_PROXY : systemProxy(url)));
    }

    private static Proxy systemProxy(URI url) {
        ProxySelector selector = ProxySelector.getDefault();
        if (selector == null) {
            return Proxy.NO_PROXY;
        }
        List<Proxy> proxies = selector.select(URI.create("https://" + url.getRawAuthority() + "/"));
        return proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0);
    }
}
