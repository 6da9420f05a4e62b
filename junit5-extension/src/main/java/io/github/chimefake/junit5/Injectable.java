package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.call.IdentityOperation;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What a parameter can be given. */
enum Injectable {
    SERVER(() -> ChimeMessagingServer.class, chime -> chime),
    CLIENT(() -> ChimeSdkMessagingClient.class, ChimeMessagingServer::client),
    ASYNC_CLIENT(() -> ChimeSdkMessagingAsyncClient.class, ChimeMessagingServer::asyncClient),
    IDENTITY_CLIENT(
            () -> ChimeSdkIdentityClient.class, chime -> chime.identity().client()),
    IDENTITY_ASYNC_CLIENT(
            () -> ChimeSdkIdentityAsyncClient.class, chime -> chime.identity().asyncClient()),
    ENDPOINT(() -> URI.class, ChimeMessagingServer::endpoint);

    // A supplier, because a class is looked for when it is named, and those of identity may be missing.
    private final Supplier<Class<?>> type;
    private final Function<ChimeMessagingServer, Object> value;

    Injectable(Supplier<Class<?>> type, Function<ChimeMessagingServer, Object> value) {
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
            return byType().filter(candidate -> candidate.type.get() == type).findFirst();
        }
        if (type != URI.class) {
            throw new ParameterResolutionException("@ChimeEndpoint stands on a parameter of type " + type.getName()
                    + " in " + parameter.getDeclaringExecutable() + ". Give the parameter the type java.net.URI");
        }
        return Optional.of(ENDPOINT);
    }

    private static Stream<Injectable> byType() {
        Stream<Injectable> always = Stream.of(SERVER, CLIENT, ASYNC_CLIENT);
        return IdentityOperation.areAvailable()
                ? Stream.concat(always, Stream.of(IDENTITY_CLIENT, IDENTITY_ASYNC_CLIENT))
                : always;
    }

    Object from(ChimeMessagingServer chime) {
        return value.apply(chime);
    }
}
