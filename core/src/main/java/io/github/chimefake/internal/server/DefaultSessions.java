package io.github.chimefake.internal.server;

import io.github.chimefake.sessions.Sessions;

/** The messaging session settings of a fake. */
final class DefaultSessions implements Sessions {
    private final ServiceConfiguration configuration;
    private final String ownHostAndPort;

    DefaultSessions(ServiceConfiguration configuration, String ownHostAndPort) {
        this.configuration = configuration;
        this.ownHostAndPort = ownHostAndPort;
    }

    @Override
    public void endpoint(String hostAndPort) {
        configuration.change(
                "sessions().endpoint(\"" + hostAndPort + "\")",
                settings -> settings.withMessagingSessionEndpoint(hostAndPort));
    }

    @Override
    public void clear() {
        configuration.change("sessions().clear()", settings -> settings.withMessagingSessionEndpoint(ownHostAndPort));
    }
}
