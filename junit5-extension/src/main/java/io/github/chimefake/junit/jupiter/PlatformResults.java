package io.github.chimefake.junit.jupiter;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Tells the extension which tests and containers failed. The listener is nested, because a service must be public, and this keeps it
 * out of the API.
 */
final class PlatformResults {
    private PlatformResults() {}

    /** Loaded by the JUnit Platform; not for users. */
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

        /** Returns whether nothing is kept of what ran, and nothing runs on the current thread. */
        boolean isEmpty() {
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
}
