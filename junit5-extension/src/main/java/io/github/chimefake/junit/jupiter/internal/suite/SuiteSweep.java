package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.junit.jupiter.internal.settings.SuiteSettings;
import io.github.chimefake.junit.jupiter.internal.support.SweepMode;
import io.github.chimefake.sweep.SweepEngine;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Sweeps the tests of a run after it, if a configuration parameter asks for that. Each run of a launcher has its own sweep. */
public final class SuiteSweep implements TestExecutionListener {
    private volatile Optional<SweptSuite> suite = Optional.empty();

    /** Created by the JUnit Platform, if there is a launcher; not for users. */
    public SuiteSweep() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        suite = settings(plan)
                .filter(settings -> settings.mode() != SweepMode.OFF)
                .map(settings -> new SweptSuite(settings, plan));
    }

    /** Wrong values fail the engine and each test with a fake; an exception of a listener would only be logged. */
    private static Optional<SuiteSettings> settings(TestPlan plan) {
        try {
            return Optional.of(SuiteSettings.of(parameter -> parameter.in(plan.getConfigurationParameters())));
        } catch (ExtensionConfigurationException wrong) {
            return Optional.empty();
        }
    }

    @Override
    public void executionStarted(TestIdentifier node) {
        suite.ifPresent(running -> {
            StrictTest.takeOffered().ifPresent(running::strict);
            if (node.isTest()) {
                new TestInSuite(node.getUniqueId(), running, Optional.empty(), SweepEngine.watchFakes()).startsHere();
            }
        });
    }

    @Override
    public void executionFinished(TestIdentifier node, TestExecutionResult result) {
        suite.ifPresent(running -> {
            if (node.isTest()) {
                TestInSuite.endsHere().ifPresent(test -> running.ordinaryRunEnded(test, node, result));
            }
            running.ended(node);
        });
    }

    @Override
    public void executionSkipped(TestIdentifier node, String reason) {
        suite.ifPresent(running -> running.ended(node));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        suite.ifPresent(SweptSuite::finish);
        suite = Optional.empty();
    }
}
