package io.github.chimefake.control;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Experimental;
import io.github.chimefake.internal.control.ServedControl;
import io.github.chimefake.internal.control.ServedControl.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A builder for a control API with non-default settings.
 *
 * <pre>{@code
 * ChimeControl control = ChimeControl.of(chime)
 *         .port(8087)
 *         .bind("0.0.0.0")
 *         .advertise("chime-fake:8087")
 *         .token(System.getenv("CHIME_CONTROL_TOKEN"))
 *         .serve();
 * }</pre>
 *
 * <p>Mutable and not thread-safe.
 *
 * @since 0.1
 */
@Experimental
@CheckReturnValue
public final class ChimeControlBuilder {
    private static final int HIGHEST_PORT = 65_535;

    private final ChimeMessagingServer chime;
    private int port;
    private InetAddress address = InetAddress.getLoopbackAddress();
    private final List<String> advertised = new ArrayList<>();
    private Optional<String> token = Optional.empty();

    ChimeControlBuilder(ChimeMessagingServer chime) {
        this.chime = chime;
    }

    /**
     * Sets the port; by default, or with 0, a free one.
     *
     * @param number 0 to 65535
     * @throws IllegalArgumentException if the number is out of range
     */
    @CanIgnoreReturnValue
    public ChimeControlBuilder port(int number) {
        if (number < 0 || number > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port(" + number + "): expected 1 to " + HIGHEST_PORT + ", or 0 for a free one");
        }
        port = number;
        return this;
    }

    /**
     * Sets the address to listen at; by default the loopback address. At any other address, other machines can change the fake: set a
     * {@link #token}. They must call it by this address, or by a name that is {@linkplain #advertise advertised}.
     *
     * @throws IllegalArgumentException if it is neither an address nor the name of one
     */
    @CanIgnoreReturnValue
    public ChimeControlBuilder bind(String host) {
        try {
            return bind(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "bind(\"" + host + "\"): expected an address of this machine, for example 127.0.0.1 or 0.0.0.0", e);
        }
    }

    /** Sets the address to listen at, like {@link #bind(String)}. */
    @CanIgnoreReturnValue
    public ChimeControlBuilder bind(InetAddress host) {
        address = host;
        return this;
    }

    /**
     * Adds a host under which the control API may be called, in addition to the loopback names and the bound address. Requests that name
     * another host get status 403, so that no web page can reach the control API by a name that its owner points here. May be called several times.
     *
     * @param host with a port, as clients name it, for example {@code chime-fake:8087}; without one, every port is accepted
     * @throws IllegalArgumentException if it is not a host
     */
    @CanIgnoreReturnValue
    public ChimeControlBuilder advertise(String host) {
        if (!ServedControl.isHost(host)) {
            throw new IllegalArgumentException(
                    "advertise(\"" + host + "\"): expected a host with or without a port, for example chime-fake:8087");
        }
        advertised.add(host);
        return this;
    }

    /**
     * Sets the token that every request must have, except for health and readiness: {@code Authorization: Bearer TOKEN}. Without it, they
     * get status 401. By default, none is needed.
     *
     * @param secret 1 to 4096 of the characters letters, digits and {@code -._~+/=}
     * @throws IllegalArgumentException if it contains other characters
     */
    @CanIgnoreReturnValue
    public ChimeControlBuilder token(String secret) {
        if (!secret.matches("[A-Za-z0-9._~+/=-]{1,4096}")) {
            throw new IllegalArgumentException(
                    "token(…): expected 1 to 4096 letters, digits and -._~+/=, but it has other characters or another length");
        }
        token = Optional.of(secret);
        return this;
    }

    /**
     * Starts the control API.
     *
     * @throws java.io.UncheckedIOException if the port is in use, or the address is not one of this machine
     * @throws IllegalStateException if the fake is closed
     */
    public ChimeControl serve() {
        return ServedControl.serve(chime, new Settings(port, address, advertised, token));
    }
}
