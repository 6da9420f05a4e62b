package io.github.chimefake.junit.jupiter.internal.support;

import io.github.chimefake.sweep.SweepSettings;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** The settings of sweeps that a class of a team makes. */
public final class DeclaredSettings {
    private static final String EXPECTED =
            "a class that implements UnaryOperator<SweepSettings> and has a constructor without"
                    + " parameters; a class in another one is static";

    private DeclaredSettings() {}

    /**
     * Returns the settings that the class of a configuration parameter makes of others.
     *
     * @param parameter the name of the class; empty for the settings as they are
     * @throws ExtensionConfigurationException if there is no such class, or if it cannot be used
     */
    public static SweepSettings of(Optional<String> parameter, SweepSettings settings) {
        if (parameter.isEmpty()) {
            return settings;
        }
        Class<?> type = ReflectionSupport.tryToLoadClass(parameter.get())
                .getOrThrow(missing -> RunParameter.SWEEP_SETTINGS.wrong(
                        parameter.get(), EXPECTED + ", but it was not found: " + missing.getMessage()));
        return apply(type, settings, "The configuration parameter " + RunParameter.SWEEP_SETTINGS.key());
    }

    /**
     * Returns the settings that a class makes of others.
     *
     * @param place what names the class, for messages
     * @throws ExtensionConfigurationException if it cannot be used
     */
    public static SweepSettings apply(Class<?> type, SweepSettings settings, String place) {
        if (!UnaryOperator.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
            throw wrong(place, type, "Expected " + EXPECTED, null);
        }
        UnaryOperator<?> operator;
        try {
            operator = (UnaryOperator<?>) ReflectionSupport.newInstance(type);
        } catch (Exception cannotBeCreated) { // It throws checked ones, too, which it does not declare.
            throw wrong(
                    place,
                    type,
                    "It could not be created: " + cannotBeCreated + ". Expected " + EXPECTED,
                    cannotBeCreated);
        }
        @Nullable Object changed;
        try {
            changed = applyTo(operator, settings);
        } catch (RuntimeException failure) {
            throw wrong(place, type, "It failed: " + failure, failure);
        }
        if (changed instanceof SweepSettings result) {
            return result;
        }
        throw wrong(place, type, "It returned " + changed + ". Expected the settings, changed or not", null);
    }

    @SuppressWarnings("unchecked") // One of another type fails with a ClassCastException.
    private static @Nullable Object applyTo(UnaryOperator<?> operator, SweepSettings settings) {
        return ((UnaryOperator<Object>) operator).apply(settings);
    }

    private static ExtensionConfigurationException wrong(
            String place, Class<?> type, String reason, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(place + " names " + type.getName() + ". " + reason, cause);
    }
}
