package io.github.chimefake.junit.jupiter.internal.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * The containers and tests that a launcher runs. If one fails and no test watcher is informed, the report of its nearest ancestor
 * that has a fake is printed; of fakes with different names, that of each.
 */
public final class RunningNodes {
    /**
     * The launcher creates the listener, Jupiter creates the extension, and before 5.13 no object is known to both. But a node is
     * started on the thread that then calls the extensions for it.
     */
    private static final ThreadLocal<Deque<Started>> STARTED_HERE = ThreadLocal.withInitial(ArrayDeque::new);

    private final Map<String, Node> running = new ConcurrentHashMap<>();

    /**
     * Loaded by the JUnit Platform, if there is a launcher; not for users. It is nested, because a service must be public, and this
     * keeps it out of the API.
     */
    public static final class Listener implements TestExecutionListener {
        private final RunningNodes nodes = new RunningNodes();

        /** Creates a listener. Called by the JUnit Platform. */
        public Listener() {}

        @Override
        public void executionStarted(TestIdentifier node) {
            if (isOfJupiter(node.getUniqueIdObject())) {
                nodes.started(
                        node.getUniqueId(),
                        node.getParentIdObject().map(UniqueId::toString),
                        isEngine(node.getUniqueIdObject().getLastSegment()) ? "" : node.getDisplayName());
            }
        }

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            nodes.finished(node.getUniqueId(), result.getStatus() == Status.FAILED);
        }

        /** Returns whether no node is kept, and none runs on the current thread. */
        public boolean isEmpty() {
            return nodes.isEmpty();
        }

        /** Other engines may end a node on another thread than they start it on. A suite runs Jupiter below itself. */
        private static boolean isOfJupiter(UniqueId id) {
            return id.getSegments().stream()
                    .anyMatch(segment -> isEngine(segment) && segment.getValue().equals("junit-jupiter"));
        }

        private static boolean isEngine(Segment segment) {
            return segment.getType().equals("engine");
        }
    }

    private record Started(RunningNodes nodes, String id) {
        private boolean isWithin(ExtensionContext context) {
            return id.equals(context.getUniqueId()) || id.startsWith(context.getUniqueId() + "/");
        }
    }

    private static final class Node {
        private final Optional<Node> parent;
        private final String name;
        private final Map<String, Supplier<List<String>>> reporters = new ConcurrentSkipListMap<>();
        private volatile boolean reported;

        private Node(Optional<Node> parent, String name) {
            this.parent = parent;
            this.name = name;
        }

        private void report(String failed) {
            FailureText.print(
                    failed,
                    reporters().values().stream()
                            .flatMap(reporter -> reporter.get().stream())
                            .toList());
        }

        private SortedMap<String, Supplier<List<String>>> reporters() {
            SortedMap<String, Supplier<List<String>>> all =
                    parent.map(Node::reporters).orElseGet(TreeMap::new);
            all.putAll(reporters);
            return all;
        }
    }

    /** Returns the nodes of the run that this context belongs to; empty if the launcher did not load the listener. */
    public static Optional<RunningNodes> in(ExtensionContext context) {
        ExtensionContext.Store ofRun = ContextStore.in(context.getRoot());
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

    /**
     * Sets the report of a node, or of one below it.
     *
     * @param fake the name of the fake that it is about
     * @param parts returns its parts; none if there is nothing to report
     */
    public static void reportBy(ExtensionContext context, String fake, Supplier<List<String>> parts) {
        find(context).ifPresent(node -> node.reporters.put(fake, parts));
    }

    /** Notes that the failure of a node is reported by the caller. */
    public static void reported(ExtensionContext context) {
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
    private void started(String id, Optional<String> parent, String name) {
        Optional<Node> around = parent.flatMap(this::find);
        String path = around.map(node -> node.name)
                .filter(outer -> !name.isEmpty() && !outer.isEmpty())
                .map(outer -> outer + " > " + name)
                .orElse(name);
        running.put(id, new Node(around, path));
        STARTED_HERE.get().push(new Started(this, id));
    }

    /** A node ends on the thread that it was started on. */
    private void finished(String id, boolean failed) {
        STARTED_HERE.get().removeFirstOccurrence(new Started(this, id));
        forgetThreadWithoutNodes();
        Optional.ofNullable(running.remove(id))
                .filter(node -> failed && !node.reported)
                .ifPresent(node -> node.report(node.name));
    }

    private boolean isEmpty() {
        boolean nothingHere = STARTED_HERE.get().isEmpty();
        forgetThreadWithoutNodes();
        return nothingHere && running.isEmpty();
    }
}
