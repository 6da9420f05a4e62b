package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Warns of a client that the application defines and that does not call the fake, since its calls would reach AWS. */
final class ClientAddressCheck implements BeanPostProcessor, PriorityOrdered {
    private static final String IDENTITY_PACKAGE = "software.amazon.awssdk.services.chimesdkidentity.";

    private final ChimeMessagingServer server;

    ClientAddressCheck(ChimeMessagingServer server) {
        this.server = server;
    }

    /** Sees the client before others put a spy or a proxy in front of it. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AwsClient client && isOfChime(client)) {
            Optional<URI> endpoint = endpoint(client);
            if (!endpoint.equals(Optional.of(server.endpoint()))) {
                Printout.warn("the bean " + beanName + " calls "
                        + endpoint.map(URI::toString).orElse("AWS")
                        + " and not the fake at " + server.endpoint()
                        + ". Name the property from which the application reads the endpoint, as in"
                        + " @AutoConfigureChimeMessagingFake(endpointProperty = \"chat.chime.endpoint\"), or leave the bean out in"
                        + " tests, so that it is replaced by a client of the fake");
            }
        }
        return bean;
    }

    private static boolean isOfChime(AwsClient client) {
        return client instanceof ChimeSdkMessagingClient
                || client instanceof ChimeSdkMessagingAsyncClient
                || client.getClass().getName().startsWith(IDENTITY_PACKAGE);
    }

    private static Optional<URI> endpoint(AwsClient client) {
        AwsServiceClientConfiguration configuration = client.serviceClientConfiguration();
        return configuration.endpointOverride();
    }
}
