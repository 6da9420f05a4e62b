package io.github.chimefake.internal.wiremock;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.HeaderNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check that tells requests of programs on this machine from requests that a page of another origin makes a browser
 * send.
 *
 * @param port the port on loopback on which the server listens
 */
record CrossOriginCheck(int port) {
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:]+]|[a-z0-9.-]+)(?::([0-9]{1,5}))?");
    private static final Pattern LOOPBACK = Pattern.compile(
            "(?:[a-z0-9-]+\\.)*localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]|::1|\\[0:0:0:0:0:0:0:1]|0:0:0:0:0:0:0:1");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int DEFAULT_PORT = 80;

    /** Returns whether no page of another origin can have sent a request with these headers. */
    boolean isAllowed(HttpRequest call) {
        return hasLoopbackHost(call.headerValues("Host"))
                && call.headerValues("Origin").stream().allMatch(this::isSameOrigin)
                && call.headerValues("Sec-Fetch-Site").stream().allMatch(CrossOriginCheck::isSameOriginOrUserInitiated)
                && isReadOrJson(call);
    }

    /**
     * Returns whether the host is a loopback name. With DNS rebinding, the Host header still holds the name of the
     * other page, whatever address it resolves to. The port does not matter.
     */
    private boolean hasLoopbackHost(List<String> hosts) {
        return hosts.size() == 1 && isLoopbackAuthority(lowerCase(hosts.get(0)));
    }

    private boolean isLoopbackAuthority(String authority) {
        Matcher parts = AUTHORITY.matcher(authority);
        return parts.matches() && isLoopback(parts.group(1));
    }

    boolean isLoopback(String host) {
        return LOOPBACK.matcher(lowerCase(host)).matches();
    }

    /**
     * Returns whether the origin is this server, which serves pages such as WireMock's description of its admin API.
     */
    private boolean isSameOrigin(String origin) {
        String scheme = "http://";
        String lower = lowerCase(origin);
        if (!lower.startsWith(scheme)) {
            return false; // Includes "null", the origin of sandboxed pages and of local files.
        }
        Matcher parts = AUTHORITY.matcher(lower.substring(scheme.length()));
        return parts.matches()
                && isLoopback(parts.group(1))
                && (parts.group(2) == null ? DEFAULT_PORT : Integer.parseInt(parts.group(2))) == port;
    }

    /**
     * Returns whether the request comes from this origin, or from the user of the browser ("none"). A page on another
     * port of localhost is "same-site" but still foreign: it may run code that was loaded from elsewhere.
     */
    private static boolean isSameOriginOrUserInitiated(String site) {
        return site.equals("same-origin") || site.equals("none");
    }

    /**
     * Returns whether the request reads, or has a JSON body. A page can send any other content type to another origin
     * without a preflight request. Only DELETE needs no content type.
     */
    private static boolean isReadOrJson(HttpRequest call) {
        List<String> types = call.headerValues(HeaderNames.CONTENT_TYPE);
        return READS.contains(call.method())
                || (types.isEmpty()
                        ? call.method().equals("DELETE")
                        : types.stream().allMatch(CrossOriginCheck::isJson));
    }

    private static boolean isJson(String contentType) {
        String type = lowerCase(contentType.split(";", 2)[0].strip());
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    private static String lowerCase(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
