package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeService;
import io.github.chimefake.junit.jupiter.ChimeEndpoint;
import io.github.chimefake.junit.jupiter.InjectChimeFake;
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

/** The values that a parameter can be given. */
public enum Injectable {
    SERVER(() -> ChimeMessagingServer.class, "chime", chime -> chime),
    CLIENT(() -> ChimeSdkMessagingClient.class, "chime.client()", ChimeMessagingServer::client),
    ASYNC_CLIENT(() -> ChimeSdkMessagingAsyncClient.class, "chime.asyncClient()", ChimeMessagingServer::asyncClient),
    IDENTITY_CLIENT(
            () -> ChimeSdkIdentityClient.class,
            "chime.clients().identityClient()",
            chime -> chime.clients().identityClient()),
    IDENTITY_ASYNC_CLIENT(
            () -> ChimeSdkIdentityAsyncClient.class,
            "chime.clients().identityAsyncClient()",
            chime -> chime.clients().identityAsyncClient()),
    ENDPOINT(() -> URI.class, "chime.endpoint()", ChimeMessagingServer::endpoint);

    // A supplier, because a class is loaded where it is named, and those of the identity module may be missing.
    private final Supplier<Class<?>> type;
    private final String expression;
    private final Function<ChimeMessagingServer, Object> value;

    Injectable(Supplier<Class<?>> type, String expression, Function<ChimeMessagingServer, Object> value) {
        this.type = type;
        this.expression = expression;
        this.value = value;
    }

    /**
     * Returns the value for this parameter; empty if it has none of our types.
     *
     * @throws ParameterResolutionException if a parameter with an annotation of ours has the wrong type
     */
    public static Optional<Injectable> of(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        if (parameter.isAnnotated(ChimeEndpoint.class)) {
            requireType(type == URI.class, "@ChimeEndpoint", parameter, "Give the parameter the type java.net.URI");
            return Optional.of(ENDPOINT);
        }
        Optional<Injectable> byType =
                byType().filter(candidate -> candidate.type.get() == type).findFirst();
        requireType(
                byType.isPresent() || !parameter.isAnnotated(InjectChimeFake.class),
                "@InjectChimeFake",
                parameter,
                "Give the parameter one of the types ChimeMessagingServer, ChimeSdkMessagingClient,"
                        + " ChimeSdkMessagingAsyncClient, ChimeSdkIdentityClient and ChimeSdkIdentityAsyncClient;"
                        + " the address of the fake is given to @ChimeEndpoint URI");
        return byType;
    }

    private static void requireType(boolean fits, String annotation, ParameterContext parameter, String advice) {
        if (!fits) {
            throw new ParameterResolutionException(annotation + " is on a parameter of type "
                    + parameter.getParameter().getType().getName() + " in " + parameter.getDeclaringExecutable() + ". "
                    + advice);
        }
    }

    /** Returns whether the parameter has an annotation of ours. */
    static boolean isNamed(ParameterContext parameter) {
        return parameter.isAnnotated(ChimeEndpoint.class) || parameter.isAnnotated(InjectChimeFake.class);
    }

    private static Stream<Injectable> byType() {
        Stream<Injectable> always = Stream.of(SERVER, CLIENT, ASYNC_CLIENT);
        return ChimeService.IDENTITY.isAvailable()
                ? Stream.concat(always, Stream.of(IDENTITY_CLIENT, IDENTITY_ASYNC_CLIENT))
                : always;
    }

    /** Returns how a test gets this from a {@code ChimeMessagingServer chime}. */
    String expression() {
        return expression;
    }

    public Object value(ChimeMessagingServer chime) {
        return value.apply(chime);
    }
}
