package io.github.chimefake.junit.jupiter;

import java.util.Map;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/** Whether a launcher loads the listener of the extension. It does not if that is deactivated, nor does EngineTestKit. */
enum Listening {
    WITH_LISTENER(true),
    WITHOUT_LISTENER(false);

    private final boolean loadsListener;

    Listening(boolean loadsListener) {
        this.loadsListener = loadsListener;
    }

    /** Runs the tests one after the other. */
    Run run(Class<?>... testClasses) {
        return Run.with(launcher(), Map.of(), testClasses);
    }

    /** Runs the tests at the same time, as far as they do not ask for their own thread. */
    Run runInParallel(Class<?>... testClasses) {
        return Run.with(launcher(), Run.PARALLEL, testClasses);
    }

    private Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(loadsListener)
                .build());
    }
}
