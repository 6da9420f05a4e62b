package io.github.chimefake.internal.server;

import io.github.chimefake.sessions.Sessions;
import java.util.Optional;
import java.util.regex.Pattern;

/** The messaging session settings of a fake. */
final class DefaultSessions implements Sessions {
    /** A name or an address, the latter in brackets if it has colons. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    private final ServiceConfiguration configuration;

    DefaultSessions(ServiceConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void endpoint(String hostAndPort) {
        String call = "sessions().endpoint(\"" + hostAndPort + "\")";
        if (!HOST_AND_PORT.matcher(hostAndPort).matches()) {
            throw new IllegalArgumentException(
                    call + ": clients put \"wss://\" before the endpoint and \"/connect\" after"
                            + " it. Give a host, with a port if it is not 443, for example localhost:8443");
        }
        configuration.change(call, settings -> settings.withMessagingSessionEndpoint(Optional.of(hostAndPort)));
    }

    @Override
    public void clear() {
        configuration.change("sessions().clear()", settings -> settings.withMessagingSessionEndpoint(Optional.empty()));
    }
}
