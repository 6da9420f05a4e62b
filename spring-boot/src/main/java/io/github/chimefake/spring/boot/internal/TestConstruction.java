package io.github.chimefake.spring.boot.internal;

import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Begins a test before the constructor of its instance, which may add to the fake for this test alone. Spring has no such callback, and
 * with other test frameworks, no constructor is given beans. Also reads the configuration parameters of JUnit, which Spring does not.
 */
public final class TestConstruction
        implements TestInstancePreConstructCallback, BeforeEachCallback, BeforeTestExecutionCallback {
    /** Creates the extension. Called by JUnit. */
    public TestConstruction() {}

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        boolean ofOneTest = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_METHOD;
        if (!ofOneTest) {
            return; // Such a constructor adds to the baseline, as @BeforeAll does.
        }
        requireSpring(context);
        ContextFake.in(SpringExtension.getApplicationContext(context))
                .ifPresent(fake -> fake.beforeConstruction(
                        factory.getTestClass(), factory.getOuterInstance().isEmpty()));
    }

    /** Hands the configuration of the run to the fake. Called by JUnit. */
    @Override
    public void beforeEach(ExtensionContext context) {
        requireSpring(context);
        configure(context);
    }

    /** Does the same again, because {@code @DirtiesContext} before the method may have replaced the context. Called by JUnit. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        configure(context);
    }

    private static void configure(ExtensionContext context) {
        ContextFake.in(SpringExtension.getApplicationContext(context))
                .ifPresent(fake -> fake.configure(context.getConfigurationParameter(UnusedSetupTreatments.PARAMETER)));
    }

    /** Spring's extension keeps a value for each class that it runs, from before its first test on. */
    private static void requireSpring(ExtensionContext context) {
        boolean runsIt = context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(SpringExtension.class))
                        .get(context.getRequiredTestClass())
                != null;
        if (!runsIt) {
            throw new ExtensionConfigurationException("@AutoConfigureChimeMessagingFake on "
                    + context.getRequiredTestClass().getName()
                    + ", which is not a test of Spring. Add @SpringBootTest or a test slice such as @WebMvcTest; for tests without"
                    + " Spring, use @ChimeMessagingFake of chime-messaging-fake-junit-jupiter");
        }
    }
}
