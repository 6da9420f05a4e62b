package io.github.chimefake.junit.jupiter;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Watches the dynamic containers that a factory returns. Jupiter tells no extension that a container failed, which it does when
 * its nodes cannot be produced, so the stream of its nodes is watched.
 *
 * @param path the display names down to these nodes
 * @param onFailure is called with the path of a container that fails
 */
record DynamicContainers(String path, Consumer<String> onFailure) {

    /** Returns what a factory returned, with its containers watched. */
    @Nullable
    Object watch(@Nullable Object nodes) {
        if (nodes instanceof Stream<?> stream) {
            return stream.map(this::watchNode);
        }
        if (nodes instanceof Collection<?> collection) {
            return collection.stream().map(this::watchNode);
        }
        if (nodes instanceof Iterable<?> iterable) {
            return StreamSupport.stream(iterable.spliterator(), false).map(this::watchNode);
        }
        if (nodes instanceof Iterator<?> iterator) {
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
                    .map(this::watchNode);
        }
        if (nodes instanceof Object[] array) {
            return Arrays.stream(array).map(this::watchNode);
        }
        return nodes instanceof DynamicContainer container ? watch(container) : nodes;
    }

    private @Nullable Object watchNode(@Nullable Object node) {
        return node instanceof DynamicContainer container ? watch(container) : node;
    }

    private DynamicContainer watch(DynamicContainer container) {
        return canBeCopied(container) ? copy(container) : container;
    }

    /** Jupiter 6.1 lets a container choose how its nodes run, which cannot be copied with the API of older versions. */
    private static boolean canBeCopied(DynamicContainer container) {
        return Stream.of("getExecutionMode", "getChildExecutionMode")
                .flatMap(name -> ReflectionSupport.findMethod(DynamicContainer.class, name).stream())
                .map(method -> ReflectionSupport.invokeMethod(method, container))
                .allMatch(Optional.empty()::equals);
    }

    private DynamicContainer copy(DynamicContainer container) {
        String name = path + " > " + container.getDisplayName();
        Nodes nodes = new Nodes(container, new DynamicContainers(name, onFailure));
        Stream<?> watched =
                StreamSupport.stream(() -> nodes, Spliterator.ORDERED, false).onClose(nodes::close);
        return DynamicContainer.dynamicContainer(
                container.getDisplayName(), container.getTestSourceUri().orElse(null), cast(watched));
    }

    @SuppressWarnings("unchecked") // Whatever else is among them, Jupiter reports it as it would without us.
    private static <T> Stream<T> cast(Stream<?> nodes) {
        return (Stream<T>) nodes;
    }

    /** The nodes of one container, pulled as they would be without being watched. */
    private static final class Nodes extends AbstractSpliterator<@Nullable Object> {
        private final DynamicContainer container;
        private final DynamicContainers within;
        private @Nullable Spliterator<?> nodes;
        private boolean failed;

        private Nodes(DynamicContainer container, DynamicContainers within) {
            super(Long.MAX_VALUE, ORDERED);
            this.container = container;
            this.within = within;
        }

        @Override
        public boolean tryAdvance(Consumer<? super @Nullable Object> action) {
            boolean[] advanced = {false};
            watch(() -> advanced[0] = nodes().tryAdvance(node -> action.accept(within.watchNode(node))));
            return advanced[0];
        }

        @Override
        public void forEachRemaining(Consumer<? super @Nullable Object> action) {
            watch(() -> nodes().forEachRemaining(node -> action.accept(within.watchNode(node))));
        }

        private Spliterator<?> nodes() {
            if (nodes == null) {
                nodes = container.getChildren().spliterator();
            }
            return nodes;
        }

        private void close() {
            watch(container.getChildren()::close);
        }

        private void watch(Runnable step) {
            try {
                step.run();
            } catch (Throwable problem) {
                if (FailureReports.isFailure(problem) && !failed) {
                    failed = true;
                    within.onFailure.accept(within.path);
                }
                throw problem;
            }
        }
    }
}
