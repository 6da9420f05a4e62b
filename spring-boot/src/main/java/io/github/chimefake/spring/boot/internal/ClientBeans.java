package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Defines beans for the clients of the fake, except for types of which the application has a bean. The definitions of the application are
 * complete when this is called.
 */
final class ClientBeans implements BeanFactoryPostProcessor {
    /** The attribute of the definitions that are made here. */
    private static final String OF_FAKE = ClientBeans.class.getName() + ".ofFake";

    private static final String IDENTITY = "software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        OtherFakes.rejectBeans(beans);
        define(beans, MessagingClients.class);
        if (ClassUtils.isPresent(IDENTITY, ClientBeans.class.getClassLoader())) {
            define(beans, IdentityClients.class);
        }
    }

    private static void define(ConfigurableListableBeanFactory beans, Class<?> clients) {
        Arrays.stream(clients.getDeclaredMethods())
                .filter(method -> List.of(method.getParameterTypes()).contains(ChimeMessagingServer.class))
                .filter(method -> isMissing(beans, method.getReturnType()))
                .forEach(method -> define(beans, clients, method.getName(), method.getReturnType()));
    }

    private static boolean isMissing(ConfigurableListableBeanFactory beans, Class<?> type) {
        return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false))
                .allMatch(name -> isOfFakeAbove(beans, name));
    }

    /** Returns whether a bean is a client of another fake, which a context above has. */
    private static boolean isOfFakeAbove(ConfigurableListableBeanFactory beans, String name) {
        if (beans.containsLocalBean(name)) {
            return false;
        }
        try {
            return beans.getMergedBeanDefinition(name).hasAttribute(OF_FAKE);
        } catch (NoSuchBeanDefinitionException registeredAsSingleton) {
            return false;
        }
    }

    private static void define(ConfigurableListableBeanFactory beans, Class<?> clients, String method, Class<?> type) {
        RootBeanDefinition definition = new RootBeanDefinition(clients);
        definition.setTargetType(type);
        definition.setFactoryMethodName(method);
        definition.setAutowireMode(AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR);
        definition.setDestroyMethodName("");
        definition.setLazyInit(true);
        definition.setFallback(true); // A lower context may define its own client.
        definition.setAttribute(OF_FAKE, true);
        String name = StringUtils.uncapitalize(type.getSimpleName());
        boolean taken = beans.containsBean(name) && !isOfFakeAbove(beans, name);
        ((BeanDefinitionRegistry) beans).registerBeanDefinition(taken ? type.getName() : name, definition);
    }
}
