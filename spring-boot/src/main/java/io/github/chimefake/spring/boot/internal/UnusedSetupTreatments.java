package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.spring.boot.AutoConfigureChimeMessagingFake;
import io.github.chimefake.spring.boot.UnusedSetupTreatment;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.PropertyResolver;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds the treatment for a test class: its own, that of the run, that of the application, or the default. */
final class UnusedSetupTreatments {
    /** The name of the configuration parameter and of the property. */
    static final String PARAMETER = "chime.fake.unusedSetup";

    private static final Set<UnusedSetupTreatment> VALID =
            EnumSet.complementOf(EnumSet.of(UnusedSetupTreatment.DEFAULT));

    private UnusedSetupTreatments() {}

    /**
     * Returns the treatment for a test class.
     *
     * @param ofRun the value of the configuration parameter
     * @throws IllegalStateException if the configuration parameter or the property has another value
     */
    static UnusedSetupTreatment of(Class<?> testClass, Optional<String> ofRun, PropertyResolver environment) {
        return Optional.ofNullable(TestContextAnnotationUtils.findMergedAnnotation(
                        testClass, AutoConfigureChimeMessagingFake.class))
                .map(AutoConfigureChimeMessagingFake::unusedSetup)
                .filter(own -> own != UnusedSetupTreatment.DEFAULT)
                .orElseGet(() -> ofRun.map(value -> parse("configuration parameter", value))
                        .or(() -> Optional.ofNullable(environment.getProperty(PARAMETER))
                                .map(value -> parse("property", value)))
                        .orElse(UnusedSetupTreatment.REPORT));
    }

    private static UnusedSetupTreatment parse(String kind, String value) {
        return VALID.stream()
                .filter(treatment -> treatment.name().equals(value.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The " + kind + " " + PARAMETER + " is \"" + value + "\". Expected one of " + VALID));
    }
}
