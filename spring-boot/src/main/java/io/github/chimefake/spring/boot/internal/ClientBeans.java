package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.BeanFactoryUtils;
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
        return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false).length == 0;
    }

    private static void define(ConfigurableListableBeanFactory beans, Class<?> clients, String method, Class<?> type) {
        RootBeanDefinition definition = new RootBeanDefinition(clients);
        definition.setTargetType(type);
        definition.setFactoryMethodName(method);
        definition.setAutowireMode(AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR);
        definition.setDestroyMethodName("");
        definition.setLazyInit(true);
        String name = StringUtils.uncapitalize(type.getSimpleName());
        ((BeanDefinitionRegistry) beans)
                .registerBeanDefinition(beans.containsBean(name) ? type.getName() : name, definition);
    }
}
