package io.github.chimefake.spring.boot.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Finds the fake that a test class declares. Spring calls it for each test class. */
public final class FakeContextCustomizerFactory implements ContextCustomizerFactory {
    /** Creates the factory. Called by Spring. */
    public FakeContextCustomizerFactory() {}

    @Override
    @SuppressWarnings("NullAway") // Spring expects null where nothing is declared.
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return FakeDeclaration.of(testClass)
                .map(declaration -> {
                    OtherFakes.rejectExtension(testClass);
                    return new FakeContextCustomizer(declaration);
                })
                .orElse(null);
    }
}
