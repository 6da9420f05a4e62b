package io.github.chimefake.internal.clients;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/**
 * Makes builders of HTTP clients ignore the proxies in system properties and environment variables.
 *
 * <p>All implementations of the SDK have options for this, but in separate classes without a common type. So the
 * options are found by reflection in whichever implementation is on the class path. An implementation without them is
 * left unchanged.
 */
final class SystemProxies {
    private static final List<String> OPTIONS = List.of(
            "useSystemPropertyValues",
            "useEnvironmentVariableValues",
            "useEnvironmentVariablesValues"); // UrlConnectionHttpClient spells it this way.

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
                // The builder keeps its defaults.
            }
        });
    }

    /**
     * Returns the methods of a builder that set its proxy, as declared by its public interfaces, because its class may
     * not be public.
     */
    private static Stream<Method> setters(Class<?> builder) {
        return Stream.<Class<?>>iterate(builder, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getInterfaces()))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals("proxyConfiguration")
                        && method.getParameterCount() == 1
                        && !method.getParameterTypes()[0].isInterface()); // Excludes the overload that takes a lambda.
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
