package io.github.chimefake.internal.server;

import io.github.chimefake.sessions.Sessions;

/** What a fake says of messaging sessions. */
final class DefaultSessions implements Sessions {
    private final ServiceConfiguration configuration;

    DefaultSessions(ServiceConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void endpoint(String hostAndPort) {
        configuration.change(
                "sessions().endpoint(\"" + hostAndPort + "\")",
                settings -> settings.withMessagingSessionEndpoint(hostAndPort));
    }
}
