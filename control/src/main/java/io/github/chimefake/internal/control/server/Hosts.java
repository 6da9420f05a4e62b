package io.github.chimefake.internal.control.server;

import io.github.chimefake.internal.http.HostNames;
import io.github.chimefake.internal.http.HostNames.Authority;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The hosts under which the control API may be called. A page of another origin that has its name resolved to this machine sends its own
 * name as the host, and gets an error.
 *
 * @param bound the address that the server is bound to
 * @param advertised further names, each with or without a port
 */
record Hosts(InetAddress bound, List<String> advertised) {
    Hosts {
        advertised = List.copyOf(advertised);
    }

    /** Returns whether a text is a host with or without a port. */
    static boolean isValid(String host) {
        return HostNames.parse(host).isPresent();
    }

    /** Returns whether requests with this {@code Host} are accepted. */
    boolean accept(String host) {
        return HostNames.parse(host).filter(this::accepts).isPresent();
    }

    private boolean accepts(Authority received) {
        return HostNames.isLoopback(received.host())
                || (!bound.isAnyLocalAddress() && received.host().equals(boundName()))
                || advertised.stream()
                        .map(HostNames::parse)
                        .flatMap(Optional::stream)
                        .anyMatch(name -> name.host().equals(received.host())
                                && (name.port().isEmpty() || name.port().equals(received.port())));
    }

    private String boundName() {
        // A zone, such as that of fe80::1%eth0, is not a part of the header.
        return HostNames.of(bound).replaceFirst("%[^]]*", "");
    }

    /** Returns the hosts that are accepted, for messages. */
    String expected() {
        StringBuilder text = new StringBuilder("localhost, 127.0.0.1, [::1]");
        if (!bound.isLoopbackAddress() && !bound.isAnyLocalAddress()) {
            text.append(", ").append(boundName());
        }
        advertised.forEach(name -> text.append(", ").append(name));
        return text.toString();
    }
}
