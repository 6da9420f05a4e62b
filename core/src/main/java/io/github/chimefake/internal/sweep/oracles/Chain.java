package io.github.chimefake.internal.sweep.oracles;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** An exception and what it was caused by. */
public final class Chain {
    private Chain() {}

    /** Returns what is in an exception that only carries another one. */
    static Throwable unwrapped(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null && isCarrier(inner)) {
            inner = inner.getCause();
        }
        return inner;
    }

    /** Returns what asynchronous code failed with, without what carries it from one thread to another. */
    public static Throwable ofAsynchronousCode(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null
                && (inner instanceof CompletionException || inner instanceof ExecutionException)) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static boolean isCarrier(Throwable thrown) {
        return thrown instanceof ExecutionException
                || thrown instanceof CompletionException
                || thrown instanceof UncheckedIOException
                || thrown instanceof InvocationTargetException
                || thrown instanceof UndeclaredThrowableException;
    }

    /** Returns an exception, its causes, and what any of them has suppressed. */
    static Set<Throwable> of(Throwable thrown) {
        Set<Throwable> chain = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(thrown, chain);
        return chain;
    }

    /** Returns whether an error of the service is the exception, or among its causes. */
    static boolean hasErrorOfService(Throwable thrown) {
        return of(thrown).stream().anyMatch(AwsServiceException.class::isInstance);
    }

    private static void collect(@Nullable Throwable from, Set<Throwable> chain) {
        if (from != null && chain.add(from)) {
            collect(from.getCause(), chain);
            for (Throwable suppressed : from.getSuppressed()) {
                collect(suppressed, chain);
            }
        }
    }
}
