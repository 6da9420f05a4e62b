package io.github.chimefake.internal.actors;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.clients.ClientCache;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.Sender;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The clients of the actors of a fake, whose requests reach the gateway without a connection. */
public final class ActorClients {
    private final ClientCache clients;
    private final Generations generations;
    private final FakeLifetime lifetime;
    private final ActorSessions sessions;
    private final DirectHttpClient withoutFaults;
    private final DirectHttpClient withFaults;

    /** Creates clients for actors who call this gateway. */
    public ActorClients(
            ClientCache clients,
            Gateway gateway,
            Generations generations,
            FakeLifetime lifetime,
            ActorSessions sessions) {
        this.clients = clients;
        this.generations = generations;
        this.lifetime = lifetime;
        this.sessions = sessions;
        this.withoutFaults = new DirectHttpClient(gateway, Sender.ACTOR, lifetime);
        this.withFaults = new DirectHttpClient(gateway, Sender.ACTOR_WITH_FAULTS, lifetime);
    }

    long currentTest() {
        return generations.current().test();
    }

    ActorSessions sessions() {
        return sessions;
    }

    ChimeSdkMessagingClient client(ChimeUser user, Caller caller, Sender sender, long test) {
        lifetime.requireRunning("A call of actor(" + user + ")");
        return clients.over(sender.meetsFaults() ? withFaults : withoutFaults, test, caller, user);
    }
}
