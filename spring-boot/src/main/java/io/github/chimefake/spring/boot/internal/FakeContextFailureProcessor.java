package io.github.chimefake.spring.boot.internal;

import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.ApplicationContextFailureProcessor;

/**
 * Closes the fake of a context that cannot be loaded. Spring closes nothing if that happens before the refresh, for example in an
 * initializer or in another customizer.
 */
public final class FakeContextFailureProcessor implements ApplicationContextFailureProcessor {
    /** Creates the processor. Called by Spring. */
    public FakeContextFailureProcessor() {}

    @Override
    public void processLoadFailure(ApplicationContext context, Throwable problem) {
        // The context itself returns no bean before its refresh, and that of the context above is not to be closed.
        if (context instanceof GenericApplicationContext failed
                && failed.getBeanFactory().getSingleton(ContextFake.BEAN) instanceof ContextFake fake) {
            fake.close();
        }
    }
}
