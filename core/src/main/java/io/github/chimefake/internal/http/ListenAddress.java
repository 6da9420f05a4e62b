package io.github.chimefake.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a fake listens.
 *
 * @param bind the address
 * @param port the port; 0 for any free port
 */
public record ListenAddress(InetAddress bind, int port) {
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final InetAddress LOOPBACK = parse("127.0.0.1").orElseThrow();

    /** Any free port on loopback. */
    public static final ListenAddress DEFAULT = new ListenAddress(LOOPBACK, 0);

    /** Returns the address that the text names; empty if it is neither an IP address nor {@code localhost}. */
    public static Optional<InetAddress> parse(String text) {
        if (text.equals("localhost")) {
            return Optional.of(LOOPBACK);
        }
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty(); // Otherwise, a name server would be asked.
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Returns any free port at the same address. */
    public ListenAddress withFreePort() {
        return new ListenAddress(bind, 0);
    }
}
