package io.github.chimefake.junit.jupiter.internal.support;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Whether a whole suite is swept. */
public enum SweepMode {
    /** It is not. */
    OFF,
    /** After the ordinary run, and the results stay as they are. */
    REPORT,
    /** After the ordinary run, and a test of the sweep fails if there are alarms. */
    STRICT;

    /**
     * Returns the mode.
     *
     * @param parameter the value of the configuration parameter. Build tools that pass an absent property on make it empty
     * @throws ExtensionConfigurationException if the value is wrong
     */
    public static SweepMode of(Optional<String> parameter) {
        String name = parameter.orElse("").strip().toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return OFF;
        }
        for (SweepMode mode : values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        throw RunParameter.SWEEP.wrong(parameter.orElse(""), "off, report or strict");
    }
}
