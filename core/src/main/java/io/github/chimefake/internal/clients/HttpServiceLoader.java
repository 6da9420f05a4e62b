package io.github.chimefake.internal.clients;

import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Loads implementations of the SDK's HTTP clients from the class path. */
final class HttpServiceLoader {
    /**
     * Broken entries are skipped, but the number of attempts is limited for a class loader with broken entries only.
     */
    private static final int MAX_ENTRIES = 64;

    private HttpServiceLoader() {}

    /**
     * Returns an implementation. If the class path has several, the SDK fails; the fake can use any of them.
     *
     * @param kind {@code SdkHttpService} or {@code SdkAsyncHttpService}
     */
    static <S> Optional<S> find(Class<S> kind) {
        // The class loader of the SDK comes first, because the context class loader of a thread may be null or find
        // another SDK.
        return Stream.of(
                        kind.getClassLoader(),
                        HttpServiceLoader.class.getClassLoader(),
                        Thread.currentThread().getContextClassLoader())
                .distinct()
                .flatMap(loader -> first(ServiceLoader.load(kind, loader)).stream())
                .findFirst();
    }

    private static <S> Optional<S> first(ServiceLoader<S> loader) {
        Iterator<S> services = loader.iterator();
        for (int entry = 0; entry < MAX_ENTRIES; entry++) {
            try {
                return services.hasNext() ? Optional.of(services.next()) : Optional.empty();
            } catch (ServiceConfigurationError | LinkageError broken) {
                // Continue with the next entry.
            }
        }
        return Optional.empty();
    }
}
