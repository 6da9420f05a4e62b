package io.github.chimefake.internal.clients;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.config.Lookup;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** Configures the SDK's client based on Apache HttpClient 4 to open sockets without a SOCKS proxy, and without TLS. */
final class DirectApacheClient {
    /** The request attribute whose socket factories take precedence over those of the Apache client. */
    private static final String SOCKET_FACTORIES = "http.socket-factory-registry";

    private static final Lookup<ConnectionSocketFactory> DIRECT = scheme -> new DirectSockets();

    private DirectApacheClient() {}

    static void configure(SdkHttpClient.Builder<?> builder) {
        ApacheLogging.ensureUsable();
        ((ApacheHttpClient.Builder) builder)
                // Without this factory, the builder creates one for TLS, which fails if system properties name unknown
                // protocols.
                .socketFactory(new DirectSockets())
                // The only extension point of the SDK's builder that sees a request before its connection is opened.
                .httpRoutePlanner(DirectApacheClient::route);
    }

    private static HttpRoute route(HttpHost target, HttpRequest request, HttpContext context) {
        context.setAttribute(SOCKET_FACTORIES, DIRECT);
        return new HttpRoute(target);
    }

    private static final class DirectSockets implements ConnectionSocketFactory {
        @Override
        public Socket createSocket(HttpContext context) {
            return new Socket(Proxy.NO_PROXY);
        }

        @Override
        public Socket connectSocket(
                int timeoutMillis,
                Socket socket,
                HttpHost host,
                InetSocketAddress remote,
                @Nullable InetSocketAddress local,
                HttpContext context)
                throws IOException {
            return PlainConnectionSocketFactory.INSTANCE.connectSocket(
                    timeoutMillis, socket, host, remote, local, context);
        }
    }
}
