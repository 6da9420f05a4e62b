package io.github.chimefake.junit.jupiter.internal.suite;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.ConsoleHandler;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps what repeated tests write off the console, where it would stand beside results that it does not belong to. The handler of
 * {@code java.util.logging} for the console keeps its stream, and logs nothing meanwhile.
 */
final class Muted {
    private Muted() {}

    static <T> T call(Supplier<T> action) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        List<Handler> consoles = Stream.of(Logger.getLogger("").getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .toList();
        List<Optional<Filter>> filters = consoles.stream()
                .map(console -> Optional.ofNullable(console.getFilter()))
                .toList();
        consoles.forEach(console -> console.setFilter(entry -> false));
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false));
        try {
            return action.get();
        } finally {
            System.setOut(out);
            System.setErr(err);
            for (int i = 0; i < consoles.size(); i++) {
                consoles.get(i).setFilter(filters.get(i).orElse(null));
            }
        }
    }
}
