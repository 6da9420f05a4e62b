package io.github.chimefake.internal.clients;

import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds the implementations of the SDK's HTTP clients on the class path. */
final class HttpServiceLoader {
    /** A broken entry is skipped, but a class loader whose every entry is broken must not be asked for ever. */
    private static final int MAX_ENTRIES = 64;

    private HttpServiceLoader() {}

    /**
     * Returns an implementation. Where a class path has several, the SDK refuses to choose; here any of them will do.
     *
     * @param kind {@code SdkHttpService} or {@code SdkAsyncHttpService}
     */
    static <S> Optional<S> find(Class<S> kind) {
        // The SDK's own class loader comes first: the context class loader of a thread may be missing, or know another
        // SDK.
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
                // Another entry may be usable.
            }
        }
        return Optional.empty();
    }
}
