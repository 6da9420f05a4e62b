package io.github.chimefake.internal.sweep.output;

import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Copies what {@code java.util.logging} writes to the console: its handler keeps the stream that {@code System.err} was when the first record
 * was logged, so that {@link TappedStream} sees it or not as chance has it.
 */
final class TappedLog extends Handler {
    private final Formatter formatter;

    private TappedLog(Formatter formatter) {
        this.formatter = formatter;
    }

    /** Begins to copy, if there is a handler for the console. */
    static void install() {
        Logger root = Logger.getLogger("");
        console(root).ifPresent(console -> {
            TappedLog log = new TappedLog(console.getFormatter());
            log.setLevel(console.getLevel());
            root.addHandler(log);
        });
    }

    /** Ends to copy. */
    static void uninstall() {
        Logger root = Logger.getLogger("");
        Stream.of(root.getHandlers()).filter(TappedLog.class::isInstance).forEach(root::removeHandler);
    }

    private static Optional<Handler> console(Logger root) {
        boolean isInstalled = Stream.of(root.getHandlers()).anyMatch(TappedLog.class::isInstance);
        return isInstalled
                ? Optional.empty()
                : Stream.of(root.getHandlers())
                        .filter(ConsoleHandler.class::isInstance)
                        .findFirst();
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            OutputTap.ofCurrentThread().ifPresent(tap -> tap.write(formatter.format(entry)));
        }
    }

    @Override
    public void flush() {
        // Nothing is kept.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
