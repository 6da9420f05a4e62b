package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts a fake for an application context. Customizers of equal declarations are equal, as the key of Spring's context cache needs. */
record FakeContextCustomizer(FakeDeclaration declaration) implements ContextCustomizer {
    private static final String PROPERTY_SOURCE = "chimeMessagingFake";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
        ContextFake fake = ofParent(mergedConfig).orElseGet(() -> start(context));
        context.getBeanFactory().addBeanPostProcessor(new ClientAddressCheck(fake.server()));
        context.getBeanFactory().registerSingleton(ContextReadiness.BEAN, new ContextReadiness(context, fake));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        PROPERTY_SOURCE, declaration.properties().values(fake.server())));
    }

    /** In a hierarchy of contexts, each level has the declaration, and all levels use the fake of the highest. */
    private Optional<ContextFake> ofParent(MergedContextConfiguration mergedConfig) {
        return Optional.<ApplicationContext>ofNullable(mergedConfig.getParentApplicationContext())
                .flatMap(ContextFake::in)
                .filter(fake -> fake.declaration().equals(declaration));
    }

    private ContextFake start(ConfigurableApplicationContext context) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        ChimeMessagingServer server = declaration.start(context.getEnvironment());
        ContextFake fake = new ContextFake(declaration, server);
        beans.registerSingleton(ContextFake.BEAN, fake);
        beans.registerDisposableBean(ContextFake.BEAN, fake::close);
        beans.registerSingleton(ContextFake.SERVER_BEAN, server);
        BeanFactoryPostProcessor clientBeans = new ClientBeans();
        context.addBeanFactoryPostProcessor(clientBeans);
        return fake;
    }
}
