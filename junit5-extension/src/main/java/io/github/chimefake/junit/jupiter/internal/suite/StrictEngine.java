package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.junit.jupiter.internal.settings.SuiteSettings;
import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import io.github.chimefake.junit.jupiter.internal.support.SweepMode;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * Has one test, which fails if the sweep of a suite found anything. It has none unless {@code chime.fake.sweep=strict} is set, so that
 * no build sees it. Engines run in the order of the class path, and nothing says which is the last. So the listener runs the test when all
 * other engines have ended: within the execution of this engine, or later.
 */
public final class StrictEngine implements TestEngine {
    static final String ID = "chime-fake-sweep";

    /** Created by the JUnit Platform. */
    public StrictEngine() {}

    private static final class Root extends EngineDescriptor {
        private final Optional<ExtensionConfigurationException> wrong;
        private final boolean strict;

        private Root(UniqueId id, Optional<ExtensionConfigurationException> wrong, boolean strict) {
            super(id, "Sweep of the suite");
            this.wrong = wrong;
            this.strict = strict;
        }

        /** Without a test, and with this, the launcher keeps the engine. */
        @Override
        public boolean mayRegisterTests() {
            return strict || wrong.isPresent();
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        try {
            SuiteSettings settings = SuiteSettings.of(parameter -> parameter.in(request.getConfigurationParameters()));
            return new Root(id, Optional.empty(), settings.mode() == SweepMode.STRICT);
        } catch (ExtensionConfigurationException wrong) {
            return new Root(id, Optional.of(wrong), false);
        }
    }

    /** If parameters of the sweep are wrong, the test fails, because a run without a fake would not notice that. */
    @Override
    public void execute(ExecutionRequest request) {
        Root root = (Root) request.getRootTestDescriptor();
        EngineExecutionListener listener = request.getEngineExecutionListener();
        StrictTest test = new StrictTest(root, listener);
        StrictTest.offer(test, () -> listener.executionStarted(root));
        root.wrong.ifPresent(wrong -> test.run(() -> {
            throw wrong;
        }));
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    /** Returns how a message names the parameter. */
    static String parameter() {
        return RunParameter.SWEEP.key() + "=strict";
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("io.github.chimefake");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("chime-messaging-fake-junit-jupiter");
    }
}
