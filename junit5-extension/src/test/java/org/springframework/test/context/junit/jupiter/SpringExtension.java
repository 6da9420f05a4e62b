package org.springframework.test.context.junit.jupiter;

import java.lang.reflect.Constructor;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/**
 * Has the name of Spring's extension, which is not on the class path of these tests, and claims the clients that constructors take where
 * Spring's would by the property.
 */
public class SpringExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable() instanceof Constructor
                && parameter.getParameter().getType() == ChimeSdkMessagingClient.class
                && context.getConfigurationParameter("spring.test.constructor.autowire.mode")
                        .filter("all"::equals)
                        .isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Bean();
    }

    private static final class Bean implements ChimeSdkMessagingClient {
        @Override
        public String serviceName() {
            return "bean";
        }

        @Override
        public void close() {}
    }
}
