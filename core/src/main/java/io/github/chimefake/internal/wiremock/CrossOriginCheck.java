package io.github.chimefake.internal.wiremock;

import io.github.chimefake.internal.exchange.HttpCall;
import io.github.chimefake.internal.http.HeaderNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells requests of programs on this machine from those that a foreign page makes a browser send.
 *
 * @param port the port on loopback where the server listens
 */
record CrossOriginCheck(int port) {
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:]+]|[a-z0-9.-]+)(?::([0-9]{1,5}))?");
    private static final Pattern LOOPBACK = Pattern.compile(
            "(?:[a-z0-9-]+\\.)*localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]|::1|\\[0:0:0:0:0:0:0:1]|0:0:0:0:0:0:0:1");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int DEFAULT_PORT = 80;

    /** Returns whether the headers are such as no foreign page can have sent. */
    boolean isAllowed(HttpCall call) {
        return hasLoopbackHost(call.headerValues("Host"))
                && call.headerValues("Origin").stream().allMatch(this::isSameOrigin)
                && call.headerValues("Sec-Fetch-Site").stream().allMatch(CrossOriginCheck::isSameOriginOrUserInitiated)
                && isReadOrJson(call);
    }

    /** The name behind a rebound DNS entry is that of the foreign page, whatever address it leads to. The port does not matter. */
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

    /** Pages of this server itself, such as WireMock's description of its administration. */
    private boolean isSameOrigin(String origin) {
        String scheme = "http://";
        String lower = lowerCase(origin);
        if (!lower.startsWith(scheme)) {
            return false; // Also "null", which sandboxed pages and pages of files send.
        }
        Matcher parts = AUTHORITY.matcher(lower.substring(scheme.length()));
        return parts.matches()
                && isLoopback(parts.group(1))
                && (parts.group(2) == null ? DEFAULT_PORT : Integer.parseInt(parts.group(2))) == port;
    }

    /**
     * A page at another port of localhost is of the same site, and foreign all the same: what a developer tries out there, or
     * loads from elsewhere, need not reach the fake. "none" is what the person at the browser asked for.
     */
    private static boolean isSameOriginOrUserInitiated(String site) {
        return site.equals("same-origin") || site.equals("none");
    }

    /** A page may send any other type to a foreign server without asking it first. Only a DELETE needs no type. */
    private static boolean isReadOrJson(HttpCall call) {
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
