package io.github.chimefake.internal.clients;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/**
 * Tells a builder of an HTTP client to ignore the proxies of the system properties and of the environment.
 *
 * <p>All implementations of the SDK have the options for it, in classes of their own with no common type: hence the reflection,
 * which finds them in whichever implementation is on the class path. An implementation without them is left as it is.
 */
final class SystemProxies {
    private static final List<String> OPTIONS = List.of(
            "useSystemPropertyValues",
            "useEnvironmentVariableValues",
            "useEnvironmentVariablesValues"); // The spelling of UrlConnectionHttpClient.

    private SystemProxies() {}

    static void ignoreIn(SdkHttpClient.Builder<?> builder) {
        ignoreIn((Object) builder);
    }

    static void ignoreIn(SdkAsyncHttpClient.Builder<?> builder) {
        ignoreIn((Object) builder);
    }

    private static void ignoreIn(Object builder) {
        setters(builder.getClass()).forEach(setter -> {
            try {
                setter.invoke(builder, withoutProxy(setter.getParameterTypes()[0]));
            } catch (ReflectiveOperationException notOfTheUsualForm) {
                // It keeps what it does by default.
            }
        });
    }

    /** The methods through which a builder takes its proxy, as its public interfaces declare them: its class may be hidden. */
    private static Stream<Method> setters(Class<?> builder) {
        return Stream.<Class<?>>iterate(builder, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getInterfaces()))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals("proxyConfiguration")
                        && method.getParameterCount() == 1
                        && !method.getParameterTypes()[0].isInterface()); // That would be the variant with a lambda.
    }

    private static Object withoutProxy(Class<?> configuration) throws ReflectiveOperationException {
        Method start = configuration.getMethod("builder");
        Object builder = start.invoke(null);
        for (Method option : start.getReturnType().getMethods()) {
            if (OPTIONS.contains(option.getName())) {
                option.invoke(builder, false);
            }
        }
        return start.getReturnType().getMethod("build").invoke(builder);
    }
}
