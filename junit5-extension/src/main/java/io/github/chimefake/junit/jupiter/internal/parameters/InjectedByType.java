package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeService;
import io.github.chimefake.journal.Journal;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What a parameter is given by its type alone; {@link #ENDPOINT} also needs {@link io.github.chimefake.junit.jupiter.ChimeEndpoint}. */
enum InjectedByType implements Injectable {
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
    APP_INSTANCE(() -> ChimeAppInstance.class, "chime.appInstance()", ChimeMessagingServer::appInstance),
    JOURNAL(() -> Journal.class, "chime.journal()", ChimeMessagingServer::journal),
    ENDPOINT(() -> URI.class, "chime.endpoint()", ChimeMessagingServer::endpoint);

    // A supplier, because a class is loaded where it is named, and those of the identity module may be missing.
    private final Supplier<Class<?>> type;
    private final String expression;
    private final Function<ChimeMessagingServer, Object> value;

    InjectedByType(Supplier<Class<?>> type, String expression, Function<ChimeMessagingServer, Object> value) {
        this.type = type;
        this.expression = expression;
        this.value = value;
    }

    /** Returns what is given to a parameter of this type; empty if it is not one of ours. */
    static Optional<Injectable> of(Class<?> type) {
        return types().filter(candidate -> candidate.type.get() == type)
                .findFirst()
                .map(Injectable.class::cast);
    }

    private static Stream<InjectedByType> types() {
        Stream<InjectedByType> always = Stream.of(SERVER, CLIENT, ASYNC_CLIENT, APP_INSTANCE, JOURNAL);
        return ChimeService.IDENTITY.isAvailable()
                ? Stream.concat(always, Stream.of(IDENTITY_CLIENT, IDENTITY_ASYNC_CLIENT))
                : always;
    }

    @Override
    public String expression() {
        return expression;
    }

    @Override
    public Object value(ChimeMessagingServer chime) {
        return value.apply(chime);
    }
}
