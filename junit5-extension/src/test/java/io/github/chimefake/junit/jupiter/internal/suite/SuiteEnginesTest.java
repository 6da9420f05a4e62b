package io.github.chimefake.junit.jupiter.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepSettings;
import org.junit.jupiter.api.Test;

/** What is known about tests while they are swept. */
class SuiteEnginesTest {
    @Test
    void aTestWhoseCleanRunHasNotEndedHasNoCallsYet() {
        SuiteEngines engines = new SuiteEngines();
        engines.add("id", "", SweepEngine.of("ATest.a", SweepSettings.defaults()));

        assertThat(engines.hasNoCalls("id")).isTrue();
        assertThat(engines.hasEnded("id")).isFalse();

        engines.leaveOut("the time was over");

        assertThat(engines.hasNoCalls("id")).isTrue();
        assertThat(engines.hasEnded("id")).isTrue();
    }
}
