package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.ChimeClients;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeBearer;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** A user, or a client that speaks for the user. */
record InjectedBearer(Kind kind, String id) implements Injectable {
    enum Kind {
        USER,
        CLIENT,
        ASYNC_CLIENT
    }

    /** Returns what is given to a parameter of this type; empty if it has the wrong type. */
    static Optional<Injectable> of(Class<?> type, ChimeBearer bearer) {
        if (type == ChimeUser.class) {
            return Optional.of(new InjectedBearer(Kind.USER, bearer.value()));
        }
        if (type == ChimeSdkMessagingClient.class) {
            return Optional.of(new InjectedBearer(Kind.CLIENT, bearer.value()));
        }
        return type == ChimeSdkMessagingAsyncClient.class
                ? Optional.of(new InjectedBearer(Kind.ASYNC_CLIENT, bearer.value()))
                : Optional.empty();
    }

    @Override
    public String expression() {
        String user = "chime.user(\"" + id + "\")";
        return switch (kind) {
            case USER -> user;
            case CLIENT -> "chime.clients().speakingFor(" + user + ").client()";
            case ASYNC_CLIENT -> "chime.clients().speakingFor(" + user + ").asyncClient()";
        };
    }

    @Override
    public Object value(ChimeMessagingServer chime) {
        ChimeUser user = chime.user(id);
        if (kind == Kind.USER) {
            return user;
        }
        ChimeClients clients = chime.clients().speakingFor(user);
        return kind == Kind.CLIENT ? clients.client() : clients.asyncClient();
    }
}
