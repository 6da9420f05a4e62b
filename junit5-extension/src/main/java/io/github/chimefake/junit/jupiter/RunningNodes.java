package io.github.chimefake.junit.jupiter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The containers and tests that a launcher runs. If one fails and no extension was told, its nearest ancestor that has a fake prints
 * the report.
 */
final class RunningNodes {
    /**
     * The launcher creates the listener, Jupiter creates the extension, and before 5.13 no object is known to both. But a node is
     * started on the thread that then calls the extensions for it.
     */
    private static final ThreadLocal<Deque<Started>> STARTED_HERE = ThreadLocal.withInitial(ArrayDeque::new);

    private final Map<String, Node> running = new ConcurrentHashMap<>();

    private record Started(RunningNodes nodes, String id) {
        private boolean isWithin(ExtensionContext context) {
            return id.equals(context.getUniqueId()) || id.startsWith(context.getUniqueId() + "/");
        }
    }

    private static final class Node {
        private final Optional<Node> parent;
        private final String name;
        private volatile @Nullable Consumer<String> reporter;
        private volatile boolean reported;

        private Node(Optional<Node> parent, String name) {
            this.parent = parent;
            this.name = name;
        }

        private void report(String failed) {
            Consumer<String> own = reporter;
            if (own == null) {
                parent.ifPresent(around -> around.report(failed));
            } else {
                own.accept(failed);
            }
        }
    }

    /** Returns the nodes of the run that this context belongs to; empty if the launcher did not load the listener. */
    static Optional<RunningNodes> in(ExtensionContext context) {
        ExtensionContext.Store ofRun = Fakes.store(context.getRoot());
        return Optional.ofNullable(ofRun.get(RunningNodes.class, RunningNodes.class))
                .or(() -> {
                    Optional<RunningNodes> found = startedHere(context);
                    found.ifPresent(nodes -> ofRun.put(RunningNodes.class, nodes));
                    return found;
                });
    }

    /** The test that runs here may itself run an engine without listeners, so the last node must belong to the context. */
    private static Optional<RunningNodes> startedHere(ExtensionContext context) {
        Optional<Started> last = Optional.ofNullable(STARTED_HERE.get().peek());
        forgetThreadWithoutNodes();
        return last.filter(started -> started.isWithin(context)).map(Started::nodes);
    }

    private static void forgetThreadWithoutNodes() {
        if (STARTED_HERE.get().isEmpty()) {
            STARTED_HERE.remove();
        }
    }

    /** Sets what prints the report of a node or of one below it, given the name of what failed. */
    static void reportBy(ExtensionContext context, Consumer<String> reporter) {
        find(context).ifPresent(node -> node.reporter = reporter);
    }

    /** Notes that the extension was told of the failure. */
    static void reported(ExtensionContext context) {
        find(context).ifPresent(node -> node.reported = true);
    }

    private static Optional<Node> find(ExtensionContext context) {
        return in(context).flatMap(nodes -> nodes.find(context.getUniqueId()));
    }

    private Optional<Node> find(String id) {
        return Optional.ofNullable(running.get(id));
    }

    /**
     * A node starts on the current thread.
     *
     * @param parent the id of the node around it
     * @param name its display name; empty for that of an engine, which no report shows
     */
    void started(String id, Optional<String> parent, String name) {
        Optional<Node> around = parent.flatMap(this::find);
        String path = around.map(node -> node.name)
                .filter(outer -> !name.isEmpty() && !outer.isEmpty())
                .map(outer -> outer + " > " + name)
                .orElse(name);
        running.put(id, new Node(around, path));
        STARTED_HERE.get().push(new Started(this, id));
    }

    /** A node ends on the thread that it was started on. */
    void finished(String id, boolean failed) {
        STARTED_HERE.get().removeFirstOccurrence(new Started(this, id));
        forgetThreadWithoutNodes();
        Optional.ofNullable(running.remove(id))
                .filter(node -> failed && !node.reported)
                .ifPresent(node -> node.report(node.name));
    }

    /** Returns whether nothing is kept: neither here nor for the current thread. */
    boolean isEmpty() {
        boolean nothingHere = STARTED_HERE.get().isEmpty();
        forgetThreadWithoutNodes();
        return nothingHere && running.isEmpty();
    }
}
