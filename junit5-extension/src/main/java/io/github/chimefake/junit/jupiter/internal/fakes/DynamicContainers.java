package io.github.chimefake.junit.jupiter.internal.fakes;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Watches the dynamic containers that a factory returns. Jupiter informs no extension of a container that fails, which it does if its
 * nodes cannot be produced, so the stream of its nodes is watched.
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
        if (nodes instanceof Iterable<?> iterable) {
            return StreamSupport.stream(iterable.spliterator(), false).map(this::watchNode);
        }
        if (nodes instanceof Iterator<?> iterator) {
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
                    .map(this::watchNode);
        }
        return nodes instanceof Object[] array ? Arrays.stream(array).map(this::watchNode) : watchNode(nodes);
    }

    private @Nullable Object watchNode(@Nullable Object node) {
        return node instanceof DynamicContainer container && canBeCopied(container) ? copy(container) : node;
    }

    /** Jupiter 6.1 lets a container choose how its nodes run, which cannot be copied with the API of earlier versions. */
    private static boolean canBeCopied(DynamicContainer container) {
        return Stream.of("getExecutionMode", "getChildExecutionMode")
                .flatMap(name -> ReflectionSupport.findMethod(DynamicContainer.class, name).stream())
                .map(method -> ReflectionSupport.invokeMethod(method, container))
                .allMatch(Optional.empty()::equals);
    }

    private DynamicContainer copy(DynamicContainer container) {
        DynamicContainers within = new DynamicContainers(path + " > " + container.getDisplayName(), onFailure);
        return DynamicContainer.dynamicContainer(
                container.getDisplayName(),
                container.getTestSourceUri().orElse(null),
                Stream.of(container).mapMulti(within::passOn));
    }

    /** Passes each node on when its turn comes. If that fails, the container fails. */
    private void passOn(DynamicContainer container, Consumer<DynamicNode> next) {
        try (Stream<? extends DynamicNode> nodes = container.getChildren()) {
            nodes.sequential().forEachOrdered(node -> next.accept((DynamicNode) watchNode(node)));
        } catch (Throwable problem) {
            if (FailuresWithoutListener.isFailure(problem)) {
                onFailure.accept(path);
            }
            throw problem;
        }
    }
}
