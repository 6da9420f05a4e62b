package io.github.chimefake.internal.wiremock;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.http.HostNames;
import io.github.chimefake.internal.http.HostNames.Authority;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A check that tells requests of programs on this machine from requests that a page of another origin makes a browser
 * send.
 *
 * @param port the port on loopback on which the server listens
 */
record CrossOriginCheck(int port) {
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
    private static boolean hasLoopbackHost(List<String> hosts) {
        return hosts.size() == 1
                && HostNames.parse(hosts.get(0))
                        .map(Authority::host)
                        .filter(HostNames::isLoopback)
                        .isPresent();
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
        return HostNames.parse(lower.substring(scheme.length()))
                .filter(parts ->
                        HostNames.isLoopback(parts.host()) && parts.port().orElse(DEFAULT_PORT) == port)
                .isPresent();
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
