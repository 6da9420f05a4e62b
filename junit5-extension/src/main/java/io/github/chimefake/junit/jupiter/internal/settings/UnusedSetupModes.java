package io.github.chimefake.junit.jupiter.internal.settings;

import io.github.chimefake.junit.jupiter.UnusedSetupMode;
import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the mode of a declaration: its own, that of the run, or the default. */
public final class UnusedSetupModes {
    private static final Set<UnusedSetupMode> VALID = EnumSet.complementOf(EnumSet.of(UnusedSetupMode.DEFAULT));

    private UnusedSetupModes() {}

    /**
     * Returns the mode of a declaration.
     *
     * @throws ExtensionConfigurationException if the configuration parameter has another value
     */
    public static UnusedSetupMode of(UnusedSetupMode own, ExtensionContext context) {
        return own == UnusedSetupMode.DEFAULT ? ofRun(context) : own;
    }

    private static UnusedSetupMode ofRun(ExtensionContext context) {
        String name = RunParameter.UNUSED_SETUP.in(context).orElse(UnusedSetupMode.REPORT.name());
        return VALID.stream()
                .filter(mode -> mode.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RunParameter.UNUSED_SETUP.wrong(name, "one of " + VALID));
    }
}
