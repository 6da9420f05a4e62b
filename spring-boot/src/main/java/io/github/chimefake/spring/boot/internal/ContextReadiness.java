package io.github.chimefake.spring.boot.internal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/** Makes what the beans added to the fake its baseline: when the context is refreshed, and again after the runners of Spring Boot. */
final class ContextReadiness implements ApplicationListener<ApplicationEvent> {
    private final ApplicationContext context;
    private final ContextFake fake;

    ContextReadiness(ApplicationContext context, ContextFake fake) {
        this.context = context;
        this.fake = fake;
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
