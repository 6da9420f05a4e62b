package io.github.chimefake.junit.jupiter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Another extension, which provides clients of another service for what has its annotation, as Spring does. */
class Rival implements ParameterResolver {
    @Target({ElementType.PARAMETER, ElementType.CONSTRUCTOR})
    @Retention(RetentionPolicy.RUNTIME)
    @interface FromRival {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(FromRival.class)
                || (parameter.getDeclaringExecutable() instanceof Constructor<?> constructor
                        && constructor.isAnnotationPresent(FromRival.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return values().filter(parameter.getParameter().getType()::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Object> values() {
        return Stream.of(
                client(), new AsyncClient(), new IdentityClient(), new IdentityAsyncClient(), URI.create("rival:/"));
    }

    static ChimeSdkMessagingClient client() {
        return new Client();
    }

    static boolean provides(Object value) {
        return values().anyMatch(provided -> provided.getClass() == value.getClass()
                && (!(value instanceof URI uri) || uri.getScheme().equals("rival")));
    }

    /** Resolves by type alone. */
    static final class Greedy extends Rival {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ChimeSdkMessagingClient.class;
        }
    }

    private static final class Client implements ChimeSdkMessagingClient {
        @Override
        public String serviceName() {
            return "rival";
        }

        @Override
        public void close() {}
    }

    private static final class AsyncClient implements ChimeSdkMessagingAsyncClient {
        @Override
        public String serviceName() {
            return "rival";
        }

        @Override
        public void close() {}
    }

    private static final class IdentityClient implements ChimeSdkIdentityClient {
        @Override
        public String serviceName() {
            return "rival";
        }

        @Override
        public void close() {}
    }

    private static final class IdentityAsyncClient implements ChimeSdkIdentityAsyncClient {
        @Override
        public String serviceName() {
            return "rival";
        }

        @Override
        public void close() {}
    }
}
