package io.github.chimefake.junit.jupiter.internal.support;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** Holds the objects of this extension that belong to a context, or to the whole run, until that ends. */
public final class ContextStore {
    private static final Namespace NAMESPACE = Namespace.create(ContextStore.class);

    private ContextStore() {}

    /**
     * An object that Jupiter closes at the end of the context. Jupiter before 5.13 closes nothing that is only {@code AutoCloseable},
     * and later versions warn of what is only a {@code CloseableResource}.
     */
    public interface Closeable extends CloseableResource, AutoCloseable {
        @Override
        void close();
    }

    /** Returns the store of a context. */
    public static Store in(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** Returns the object of this type that belongs to the run, created now if there is none yet. */
    public static <T> T ofRun(ExtensionContext context, Class<T> type, Supplier<T> creator) {
        return in(context.getRoot()).getOrComputeIfAbsent(type, key -> creator.get(), type);
    }
}
