package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What a parameter can be given. */
enum Injectable {
    SERVER(ChimeMessagingServer.class, chime -> chime),
    CLIENT(ChimeSdkMessagingClient.class, ChimeMessagingServer::client),
    ASYNC_CLIENT(ChimeSdkMessagingAsyncClient.class, ChimeMessagingServer::asyncClient),
    ENDPOINT(URI.class, ChimeMessagingServer::endpoint);

    private final Class<?> type;
    private final Function<ChimeMessagingServer, Object> value;

    Injectable(Class<?> type, Function<ChimeMessagingServer, Object> value) {
        this.type = type;
        this.value = value;
    }

    /**
     * What this parameter asks for; empty if it is none of ours.
     *
     * @throws ParameterResolutionException if it is an endpoint of the wrong type
     */
    static Optional<Injectable> of(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        if (!parameter.isAnnotated(ChimeEndpoint.class)) {
            return Stream.of(SERVER, CLIENT, ASYNC_CLIENT)
                    .filter(candidate -> candidate.type == type)
                    .findFirst();
        }
        if (type != ENDPOINT.type) {
            throw new ParameterResolutionException("@ChimeEndpoint stands on a parameter of type " + type.getName()
                    + " in " + parameter.getDeclaringExecutable() + ". Give the parameter the type java.net.URI");
        }
        return Optional.of(ENDPOINT);
    }

    Object from(ChimeMessagingServer chime) {
        return value.apply(chime);
    }
}
