package io.github.chimefake.internal.clients;

import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Disables the logging of the Apache client if system properties name a Commons Logging class that is not on the class
 * path. Otherwise the client's classes fail to initialize, and a failed class initialization is never repeated.
 */
final class ApacheLogging {
    private static final String LOG = "org.apache.commons.logging.Log";
    private static final Map<String, String> USABLE = Map.of(
            "org.apache.commons.logging.LogFactory",
            "org.apache.commons.logging.impl.LogFactoryImpl",
            LOG,
            "org.apache.commons.logging.impl.NoOpLog");

    private ApacheLogging() {}

    /**
     * Ensures that a logger can be created. Commons Logging looks up its classes once per context class loader and
     * caches the result.
     */
    static void ensureUsable() {
        try {
            log();
        } catch (RuntimeException | LinkageError unusable) {
            Log unused = SystemProperties.with(USABLE, ApacheLogging::log);
        }
    }

    private static Log log() {
        return LogFactory.getLog(ApacheLogging.class);
    }
}
