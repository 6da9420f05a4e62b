package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.function.Supplier;

/**
 * Runs code with WireMock's class loader as the context class loader. WireMock 4 looks there for its web server, and
 * the context class loader of a user's thread may be null or find no WireMock or a different one.
 */
final class ContextClassLoaders {
    private ContextClassLoaders() {}

    static <T> T withWireMock(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(WireMockServer.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
