package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.exchange.HttpRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;

/** Logs late calls: the first ones of a test only, because a client that polls would fill the output. */
final class LateCallLog {
    private static final int LOGGED = 10;

    private final AtomicInteger calls = new AtomicInteger();

    /** Logs a late call, unless enough of them were logged. */
    void log(HttpRequest http, LateReason reason) {
        int number = calls.updateAndGet(before -> Math.min(before, LOGGED) + 1);
        if (number <= LOGGED) {
            log().log(
                            Level.WARNING,
                            "A late call failed: {0} {1}{2}",
                            http,
                            reason.explanation(),
                            number < LOGGED ? "" : " Further late calls are not logged.");
        }
    }

    /** Resets the count of logged calls, for the next test. */
    void restart() {
        calls.set(0);
    }

    private static Logger log() {
        return System.getLogger(LateCallLog.class.getName());
    }
}
