package io.github.chimefake.junit.jupiter.internal.rules;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * One annotation, with what registers its rules or faults with a fake.
 *
 * @param fake the name of the fake that the annotation gives; empty if it gives none
 */
record DeclaredRule(String fake, DeclaredCalls calls, Consumer<ChimeMessagingServer> registration) {
    void applyTo(ChimeMessagingServer chime) {
        try {
            TestIsolation.of(chime).declare(calls.where(), () -> registration.accept(chime));
        } catch (IllegalArgumentException unsatisfiable) { // The fake knows which operations have what.
            throw new ExtensionConfigurationException(calls.where() + ": " + unsatisfiable.getMessage(), unsatisfiable);
        }
    }
}
