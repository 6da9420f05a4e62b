package io.github.chimefake.internal.streams;

import io.github.chimefake.internal.http.HostNames;
import io.github.chimefake.internal.http.HostNames.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A URL to which records may be sent.
 *
 * @param tls whether it is https
 * @param authority host and port as the URL has them
 * @param host the host
 * @param port the port
 * @param target path and query
 */
public record StreamUrl(boolean tls, String authority, String host, int port, String target) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Checks a URL, without looking up its host.
     *
     * @param allowed the hosts that are allowed besides loopback
     * @throws IllegalArgumentException if it may not be used; the message says why, and what may
     */
    public static StreamUrl parse(URI given, Collection<String> allowed) {
        URI url = URI.create(given.toASCIIString()); // Its text is sent as bytes.
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("The URL for streams " + printed(url)
                    + " is neither http nor https. Use one of these, for example http://127.0.0.1:8080/records");
        }
        String authority = Optional.ofNullable(url.getRawAuthority()).orElse("");
        if (authority.contains("@")) {
            throw new IllegalArgumentException("The URL for streams " + printed(url)
                    + " has a user or a password. Leave them out, as no credentials are sent");
        }
        boolean tls = scheme.equals("https");
        Authority parsed = HostNames.parse(authority)
                .filter(host -> isPort(host.port().orElse(HTTP)))
                .orElseThrow(() -> new IllegalArgumentException("The URL for streams " + printed(url)
                        + " has no host, or a port that is not valid. Use for example http://127.0.0.1:8080/records"));
        if (!HostNames.isLoopback(parsed.host()) && allowed.stream().noneMatch(name -> isSame(name, parsed.host()))) {
            throw new IllegalArgumentException("The URL for streams " + printed(url) + " is on " + parsed.host()
                    + ", which is not loopback and was not allowed. Allow this host by its name, or use loopback");
        }
        String path = Optional.ofNullable(url.getRawPath())
                .filter(text -> !text.isEmpty())
                .orElse("/");
        String query =
                Optional.ofNullable(url.getRawQuery()).map(text -> "?" + text).orElse("");
        return new StreamUrl(tls, authority, parsed.host(), parsed.port().orElse(tls ? HTTPS : HTTP), path + query);
    }

    /**
     * Returns the text if it is a host without a port.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static String requireHost(String text) {
        if (HostNames.parse(text).filter(host -> host.port().isEmpty()).isEmpty()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not a host. Use a name or an IP address without a port, an IPv6 address in brackets");
        }
        return text;
    }

    private static boolean isSame(String name, String host) {
        return HostNames.parse(name)
                .filter(parsed -> parsed.host().equals(host))
                .isPresent();
    }

    private static boolean isPort(int port) {
        return port > 0 && port <= HIGHEST_PORT;
    }

    /** Returns the URL without a user, a password and a query, which may be secret. */
    private static String printed(URI url) {
        String text = url.toString().replaceFirst("//[^/?#]*@", "//");
        int end = text.indexOf('?');
        return end < 0 ? text : text.substring(0, end);
    }

    /**
     * Looks up the host, whose addresses are to be tried in turn.
     *
     * @throws IOException if it has no address, or one of its addresses may not be used
     */
    List<InetSocketAddress> resolve() throws IOException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new IOException("The host " + host + " is unknown", unknown);
        }
        boolean loopback = HostNames.isLoopback(host);
        for (InetAddress address : addresses) {
            Optional<String> reason = loopback && !address.isLoopbackAddress()
                    ? Optional.of("is not loopback")
                    : RefusedAddresses.reason(address);
            if (reason.isPresent()) {
                throw new IOException(host + " has the address " + address.getHostAddress() + ", which " + reason.get()
                        + ", so nothing is sent to it");
            }
        }
        return Stream.of(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Returns the URL without its query. */
    @Override
    public String toString() {
        int query = target.indexOf('?');
        return (tls ? "https://" : "http://") + authority + (query < 0 ? target : target.substring(0, query));
    }
}
