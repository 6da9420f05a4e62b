package io.github.chimefake.internal.clients;

import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Lets Apache's client log nothing where system properties name a class of Commons Logging that is not there. Else its classes
 * cannot be initialized, and once that failed they never can.
 */
final class ApacheLogging {
    private static final String LOG = "org.apache.commons.logging.Log";
    private static final Map<String, String> USABLE = Map.of(
            "org.apache.commons.logging.LogFactory",
            "org.apache.commons.logging.impl.LogFactoryImpl",
            LOG,
            "org.apache.commons.logging.impl.NoOpLog");

    private ApacheLogging() {}

    /** Commons Logging looks for its classes once for each context class loader, and keeps what it finds. */
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
