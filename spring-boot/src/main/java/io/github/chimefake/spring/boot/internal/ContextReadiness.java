package io.github.chimefake.spring.boot.internal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.Ordered;

/**
 * Makes what the application added to the fake its baseline: when the context is refreshed, and again after the runners of Spring Boot.
 *
 * <p>Among listeners of equal order, Spring calls those that are singletons registered by name after all others. So this one is a bean
 * of the lowest precedence, and sees what the listeners of the application have added on the same event.
 */
final class ContextReadiness implements ApplicationListener<ApplicationEvent>, Ordered {
    /** The name of this bean. */
    static final String BEAN = "chimeMessagingFakeReadiness";

    private final ApplicationContext context;
    private final ContextFake fake;

    ContextReadiness(ApplicationContext context, ContextFake fake) {
        this.context = context;
        this.fake = fake;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        boolean refreshed = event instanceof ContextRefreshedEvent of && of.getApplicationContext() == context;
        boolean ready = event instanceof ApplicationReadyEvent of && of.getApplicationContext() == context;
        if (refreshed || ready) {
            fake.contextReady();
        }
    }
}
