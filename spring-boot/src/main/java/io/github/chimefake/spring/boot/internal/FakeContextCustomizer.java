package io.github.chimefake.spring.boot.internal;

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
        declaration.check();
        Optional<ContextFake> ofParent = ofParent(mergedConfig);
        if (ofParent.isPresent()) {
            direct(context, ofParent.get());
        } else {
            start(context);
        }
    }

    /** In a hierarchy of contexts, each level has the declaration, and all levels use the fake of the highest. */
    private Optional<ContextFake> ofParent(MergedContextConfiguration mergedConfig) {
        return Optional.<ApplicationContext>ofNullable(mergedConfig.getParentApplicationContext())
                .flatMap(ContextFake::in)
                .filter(fake -> fake.declaration().equals(declaration));
    }

    /** Starts the fake, which is closed with the context, or by {@link FakeContextFailureProcessor} if the context cannot be loaded. */
    private void start(ConfigurableApplicationContext context) {
        ContextFake fake = new ContextFake(declaration, declaration.start(context.getEnvironment()));
        try {
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.registerSingleton(ContextFake.BEAN, fake);
            beans.registerDisposableBean(ContextFake.BEAN, fake::close);
            beans.registerSingleton(ContextFake.SERVER_BEAN, fake.server());
            BeanFactoryPostProcessor clientBeans = new ClientBeans();
            context.addBeanFactoryPostProcessor(clientBeans);
            direct(context, fake);
        } catch (RuntimeException e) {
            fake.close();
            throw e;
        }
    }

    private void direct(ConfigurableApplicationContext context, ContextFake fake) {
        context.getBeanFactory().addBeanPostProcessor(new ClientAddressCheck(fake.server()));
        context.getBeanFactory().registerSingleton(ContextReadiness.BEAN, new ContextReadiness(context, fake));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        PROPERTY_SOURCE, declaration.properties().values(fake.server())));
    }
}
