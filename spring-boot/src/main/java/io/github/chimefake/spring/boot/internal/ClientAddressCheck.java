package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

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
            configuration(client).ifPresent(configuration -> check(beanName, configuration.endpointOverride()));
        }
        return bean;
    }

    private void check(String beanName, Optional<URI> endpoint) {
        if (endpoint.filter(this::isOfFake).isEmpty()) {
            Printout.warn("the bean " + beanName + " calls "
                    + endpoint.map(URI::toString).orElse("AWS")
                    + " and not the fake at " + server.endpoint()
                    + ". Name the property from which the application reads the endpoint, as in"
                    + " @AutoConfigureChimeMessagingFake(endpointProperty = \"chat.chime.endpoint\"), or leave the bean out in"
                    + " tests, so that it is replaced by a client of the fake");
        }
    }

    private boolean isOfFake(URI endpoint) {
        URI fake = server.endpoint();
        return fake.getScheme().equalsIgnoreCase(endpoint.getScheme())
                && fake.getPort() == endpoint.getPort()
                && LOOPBACK.contains(String.valueOf(endpoint.getHost()).toLowerCase(Locale.ROOT))
                && Set.of("", "/").contains(String.valueOf(endpoint.getPath()));
    }

    private static boolean isOfChime(AwsClient client) {
        return client instanceof ChimeSdkMessagingClient
                || client instanceof ChimeSdkMessagingAsyncClient
                || client.getClass().getName().startsWith(IDENTITY_PACKAGE);
    }

    /** Returns the configuration of a client, or nothing if it is a mock or a class of the application that does not know it. */
    private static Optional<AwsServiceClientConfiguration> configuration(AwsClient client) {
        try {
            return Optional.ofNullable(client.serviceClientConfiguration());
        } catch (RuntimeException unknown) {
            return Optional.empty();
        }
    }
}
