package io.github.chimefake.internal.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host names as clients write them in {@code Host} and {@code Origin}. */
public final class HostNames {
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::([0-9]{1,5}))?");
    private static final Pattern LOOPBACK = Pattern.compile(
            "(?:[a-z0-9-]+\\.)*localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]|::1|\\[0:0:0:0:0:0:0:1]|0:0:0:0:0:0:0:1");

    private HostNames() {}

    /** A host in lower case, an IPv6 address in brackets, and its port if there is one. */
    public record Authority(String host, OptionalInt port) {}

    /** Returns the parts of a host with an optional port; empty if the text has another form. */
    public static Optional<Authority> parse(String text) {
        Matcher parts = AUTHORITY.matcher(lowerCase(text));
        if (!parts.matches()) {
            return Optional.empty();
        }
        OptionalInt port =
                parts.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts.group(2)));
        return normalized(parts.group(1)).map(host -> new Authority(host, port));
    }

    /** Returns the host; an IPv6 address, which can be written in many ways, in the one of {@link InetAddress}. */
    private static Optional<String> normalized(String host) {
        if (!host.startsWith("[")) {
            return Optional.of(host);
        }
        try { // An address in brackets is never looked up.
            return Optional.of(of(InetAddress.getByName(host)));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    /** Returns the host of an address in the form that {@link #parse} returns. */
    public static String of(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    /** Returns whether the host, without a port, names loopback. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(lowerCase(host)).matches();
    }

    private static String lowerCase(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
