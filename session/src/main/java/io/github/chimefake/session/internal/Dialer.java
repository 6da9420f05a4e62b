package io.github.chimefake.session.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Connects sockets, with TLS for {@code wss}. One for each connection. */
public final class Dialer {
    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;

    private final Optional<SSLContext> context;
    private final Proxy proxy;
    private volatile @Nullable Socket socket;
    private volatile boolean aborted;

    /** Creates a dialer with the JDK's default TLS context if there is none here. */
    public Dialer(Optional<SSLContext> context, Proxy proxy) {
        this.context = context;
        this.proxy = proxy;
    }

    /** Returns a connected socket. It has no time limit: {@link #abort()} ends it. */
    Socket connect(URI url) throws IOException {
        boolean isTls = url.getScheme().equals("wss");
        // Not URI.getHost(), which is null for names with an underscore, as containers have.
        String authority = url.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        int port = hasPort
                ? Integer.parseInt(authority, colon + 1, authority.length(), 10)
                : isTls ? TLS_PORT : PLAIN_PORT;
        String host = (hasPort ? authority.substring(0, colon) : authority).replaceAll("[\\[\\]]", "");
        Socket plain = new Socket(proxy);
        socket = plain;
        try {
            if (aborted) {
                throw new IOException("The connection was given up");
            }
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            plain.connect(
                    proxy.equals(Proxy.NO_PROXY)
                            ? new InetSocketAddress(host, port)
                            : InetSocketAddress.createUnresolved(host, port));
            return isTls ? secured(plain, host, port) : plain;
        } catch (Throwable e) {
            plain.close();
            throw e;
        }
    }

    private Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket secured = (SSLSocket) context().getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private SSLContext context() throws IOException {
        try {
            return context.isPresent() ? context.get() : SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IOException("The JDK has no default TLS context", e);
        }
    }

    /** Ends the connection, at whatever point it is. */
    void abort() {
        aborted = true;
        Socket connecting = socket;
        if (connecting != null) {
            try {
                connecting.close();
            } catch (IOException e) {
                // It is closed as far as it can be.
            }
        }
    }
}
