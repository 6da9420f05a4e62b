package io.github.chimefake.internal.control.server;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts under which the control API may be called. A page of another origin that has its name resolved to this machine sends its own
 * name as the host, and gets an error.
 *
 * @param bound the address that the server is bound to
 * @param advertised further names, each with or without a port
 */
record Hosts(InetAddress bound, List<String> advertised) {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    Hosts {
        advertised = List.copyOf(advertised);
    }

    /** Returns whether a text is a host with or without a port. */
    static boolean isValid(String host) {
        return HOST.matcher(host).matches();
    }

    /** Returns whether requests with this {@code Host} are accepted. */
    boolean accept(String host) {
        Matcher matcher = HOST.matcher(host.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return false;
        }
        String name = matcher.group(1);
        return LOOPBACK.matcher(name).matches()
                || (!bound.isAnyLocalAddress() && name.equals(boundName()))
                || advertised.stream()
                        .anyMatch(other -> matches(other.toLowerCase(Locale.ROOT), name, matcher.group(0)));
    }

    private static boolean matches(String advertised, String name, String host) {
        Matcher matcher = HOST.matcher(advertised);
        return advertised.equals(host)
                || (matcher.matches() && Optional.ofNullable(matcher.group(2)).isEmpty() && advertised.equals(name));
    }

    private String boundName() {
        String address = bound.getHostAddress().toLowerCase(Locale.ROOT);
        return address.contains(":") ? "[" + address + "]" : address;
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
