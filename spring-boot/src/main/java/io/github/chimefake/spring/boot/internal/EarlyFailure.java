package io.github.chimefake.spring.boot.internal;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Closes the fake of a context that fails before its refresh, for example in an initializer. Spring does not close such a context. The only
 * event that Spring Boot publishes to its listeners is that of the failure.
 */
final class EarlyFailure implements ApplicationListener<ApplicationEvent> {
    private final ConfigurableApplicationContext context;
    private final ContextFake fake;

    EarlyFailure(ConfigurableApplicationContext context, ContextFake fake) {
        this.context = context;
        this.fake = fake;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (!context.isActive()) {
            fake.close();
        }
    }
}
